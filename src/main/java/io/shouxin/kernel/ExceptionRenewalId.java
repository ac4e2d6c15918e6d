package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Number of the renewal of a policy exception that is put to the vote (例外续期编号), e.g. {@code RX-2026-000123}. */
public record ExceptionRenewalId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExceptionRenewalId {
        value = BusinessNumbers.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
