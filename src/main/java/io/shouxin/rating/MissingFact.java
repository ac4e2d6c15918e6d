package io.shouxin.rating;

import io.shouxin.identity.Role;
import io.shouxin.kernel.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fact without which there is no rating.
 *
 * @param code      what is missing; messages {@code fact.CODE} (what), {@code fact.CODE.why} and {@code fact.CODE.who}
 * @param supplier  who supplies it
 * @param arguments named values the messages show, such as {@code periodEnd} and {@code item}
 */
public record MissingFact(String code, Role supplier, Map<String, String> arguments) {

    public MissingFact {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** The same as a refusal, for a task that cannot be completed without the fact. */
    public Refusal refusal() {
        return new Refusal("MISSING_" + code, "", arguments);
    }

    /** Whether the analyst gives it with the assessment, rather than somebody with papers before. */
    public boolean givenWithAssessment() {
        return code.startsWith("ASSESSMENT_") || code.equals("PERSONAL_FINANCES");
    }

    static MissingFact of(String code, Role supplier) {
        return new MissingFact(code, supplier, Map.of());
    }

    MissingFact with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, String.valueOf(value));
        return new MissingFact(code, supplier, more);
    }
}
