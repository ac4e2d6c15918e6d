package io.shouxin.policy;

import io.shouxin.policy.PolicyTable.DeclaredInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Guards what is asked of a table: every declared input there, none unknown, each of its kind. Without this a missing
 * fact would silently be null and fall through the table.
 */
final class PolicyQuestion {

    private PolicyQuestion() {
    }

    /** The inputs in column order, codes as text. */
    static Object[] asked(String key, List<DeclaredInput> declared, Map<String, ?> given) {
        Object[] asked = new Object[declared.size()];
        boolean complete = given.size() == asked.length;
        for (int column = 0; complete && column < asked.length; column++) {
            DeclaredInput input = declared.get(column);
            Object value = given.get(input.name());
            if (value == null) {
                complete = input.nullable() && given.containsKey(input.name());
            } else {
                asked[column] = ofItsKind(key, input, value);
            }
        }
        if (!complete) {
            throw faults(key, declared, given);
        }
        return asked;
    }

    /** The same with their names: as they are kept. */
    static Map<String, Object> named(List<DeclaredInput> declared, Object[] asked) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int column = 0; column < asked.length; column++) {
            named.put(declared.get(column).name(), asked[column]);
        }
        return named;
    }

    private static RuntimeException faults(String key, List<DeclaredInput> declared, Map<String, ?> given) {
        List<String> unknown = given.keySet().stream()
                .filter(name -> declared.stream().noneMatch(input -> input.name().equals(name))).sorted().toList();
        if (!unknown.isEmpty()) {
            return new PolicyInputUnknown(key, unknown);
        }
        return new PolicyInputMissing(key, declared.stream().filter(input -> !given.containsKey(input.name())
                || given.get(input.name()) == null && !input.nullable()).map(DeclaredInput::name).toList());
    }

    private static Object ofItsKind(String key, DeclaredInput input, Object value) {
        Object plain = plain(value);
        boolean fits = switch (input.type() == null ? "" : input.type()) {
            case "string" -> plain instanceof String text && (input.allowed().isEmpty() || input.allowed().contains(text));
            case "boolean" -> plain instanceof Boolean;
            case "date" -> plain instanceof LocalDate;
            case "number", "integer", "long", "double" -> plain instanceof BigDecimal;
            default -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("policy %s: %s is no %s the table knows: %s (%s)"
                    .formatted(key, input.name(), input.type(), value, value.getClass().getSimpleName()));
        }
        return plain;
    }

    /** Codes as text, whole numbers as decimals. Binary fractions are left as they are, and thereby refused. */
    private static Object plain(Object value) {
        if (value instanceof Enum<?> code) {
            return code.name();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        return value instanceof BigInteger whole ? new BigDecimal(whole) : value;
    }
}
