package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of a rating override (等级调整编号), e.g. {@code RO-2026-000123}. */
public record OverrideId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OverrideId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
