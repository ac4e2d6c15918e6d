package io.shouxin.policyexception;

import io.shouxin.kernel.EntityCode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which policy exceptions are looked for; what is null or empty restricts nothing.
 *
 * @param customer  number of the customer it was asked for
 * @param officer   who asked, or had a hand in it; a login
 * @param endsBy    in force and ending up to that day
 * @param reach     granting entities the reader sees; empty when he sees all
 */
public record ExceptionSearch(String policy, String rule, PolicyExceptionStatus status, EntityCode entity, String customer, String officer, LocalDate endsBy,
                              Optional<Set<EntityCode>> reach) {

    /** A condition on the columns; its values are in {@link #values}. */
    String condition() {
        StringBuilder where = new StringBuilder("1 = 1");
        values().keySet().forEach(name -> where.append(switch (name) {
            case "policy" -> " AND policy_key = :policy";
            case "rule" -> " AND rule_code = :rule";
            case "status" -> " AND status = :status";
            case "entity" -> " AND entity_code = :entity";
            case "customer" -> " AND customer_id = :customer";
            case "officer" -> " AND asked_by = :officer";
            case "endsBy" -> " AND status = 'APPROVED' AND COALESCE(renewed_until, until_shortened, until_asked) <= :endsBy";
            default -> " AND entity_code IN (:reach)";
        }));
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "policy", policy);
        put(values, "rule", rule);
        put(values, "status", status == null ? null : status.name());
        put(values, "entity", entity == null ? null : entity.value());
        put(values, "customer", customer);
        put(values, "officer", officer);
        put(values, "endsBy", endsBy == null ? null : Date.valueOf(endsBy));
        reach.ifPresent(codes -> values.put("reach", codes.isEmpty() ? List.of("-") : codes.stream().map(EntityCode::value).collect(Collectors.toList())));
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value);
        }
    }
}
