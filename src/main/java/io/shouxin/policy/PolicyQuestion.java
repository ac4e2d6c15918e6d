package io.shouxin.policy;

import io.shouxin.policy.PolicyTable.DeclaredInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
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
    static Map<String, Object> checked(String key, List<DeclaredInput> declared, Map<String, ?> given) {
        List<String> unknown = given.keySet().stream()
                .filter(name -> declared.stream().noneMatch(input -> input.name().equals(name))).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new PolicyInputUnknown(key, unknown);
        }
        List<String> missing = new ArrayList<>();
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (DeclaredInput input : declared) {
            Object value = given.get(input.name());
            if (!given.containsKey(input.name()) || value == null && !input.nullable()) {
                missing.add(input.name());
            }
            inputs.put(input.name(), value == null ? null : ofItsKind(key, input, value));
        }
        if (!missing.isEmpty()) {
            throw new PolicyInputMissing(key, missing);
        }
        return inputs;
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
