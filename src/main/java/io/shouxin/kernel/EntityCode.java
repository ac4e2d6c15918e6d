package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Code of a granting entity (授信主体), e.g. {@code EAST}: 2 to 20 capital letters, digits and hyphens, beginning with a letter. It is
 * also the tenant of the entity's cases in the process engine.
 */
public record EntityCode(@JsonValue String value) implements Comparable<EntityCode> {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final int LONGEST = 20;

    /** The head office, which is there from the first day; what was granted before there were subsidiaries is its. */
    public static final EntityCode HEAD_OFFICE = new EntityCode("HQ");

    /** @throws IllegalArgumentException if the text cannot be a code */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EntityCode {
        if (value == null || value.length() < 2 || value.length() > LONGEST || !CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a granting entity: " + value);
        }
    }

    @Override
    public int compareTo(EntityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
