package io.shouxin.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A "no" the bank expects: a rule was not met and nothing was changed.
 *
 * @param code      upper-case code such as {@code LIMIT_EXCEEDED}; also the message key {@code refusal.LIMIT_EXCEEDED}
 *                  (Chinese and English), and {@code refusal.LIMIT_EXCEEDED.help} says who can help
 * @param field     the form field it concerns, as a path such as {@code facilities[0].amount}; empty when it concerns the whole
 * @param arguments named values the message shows, in order
 */
public record Refusal(String code, String field, Map<String, String> arguments) {

    public Refusal {
        Objects.requireNonNull(code, "code");
        field = field == null ? "" : field;
        arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public static Refusal of(String code) {
        return new Refusal(code, "", Map.of());
    }

    /** The same refusal beside the field that caused it. */
    public Refusal at(String fieldPath) {
        return new Refusal(code, fieldPath, arguments);
    }

    /** The same refusal with one more named value for its message. */
    public Refusal with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(arguments);
        more.put(name, String.valueOf(value));
        return new Refusal(code, field, more);
    }
}
