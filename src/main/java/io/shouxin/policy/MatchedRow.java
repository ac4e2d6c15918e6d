package io.shouxin.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a decision table that held for the inputs: the row's stable id and what it says.
 *
 * <p>Every reader is strict: an output that the row doesn't have, that is empty or of another kind throws
 * {@link IllegalStateException}, because a policy that says nothing must never be read as zero or false.
 *
 * @param ruleId  the row's id in the table, e.g. {@code tier_committee}; never reused for another meaning
 * @param outputs in column order; numbers are {@link BigDecimal}, exact
 */
public record MatchedRow(String ruleId, Map<String, Object> outputs) {

    public MatchedRow {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    public String text(String name) {
        return read(name, String.class);
    }

    public BigDecimal number(String name) {
        return read(name, BigDecimal.class);
    }

    public boolean flag(String name) {
        return read(name, Boolean.class);
    }

    /** A whole number such as months or days; a fraction throws rather than being cut off. */
    public int whole(String name) {
        try {
            return number(name).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalStateException("output " + name + " of rule " + ruleId + " is not a whole number: " + outputs.get(name), e);
        }
    }

    /** Whether the row fills this output at all. */
    public boolean says(String name) {
        return outputs.get(name) != null;
    }

    private <T> T read(String name, Class<T> kind) {
        Object said = outputs.get(name);
        if (!kind.isInstance(said)) {
            throw new IllegalStateException("output " + name + " of rule " + ruleId + " is not a " + kind.getSimpleName() + ": " + said);
        }
        return kind.cast(said);
    }
}
