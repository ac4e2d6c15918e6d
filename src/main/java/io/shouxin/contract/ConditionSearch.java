package io.shouxin.contract;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which standing conditions are looked for, planned or open; what is null or empty restricts nothing.
 *
 * @param overdueOn only open ones whose day has passed by then
 * @param reach     granting entities the reader sees; empty when he sees all
 */
public record ConditionSearch(Optional<CustomerId> customer, ConditionCheckStatus state, LocalDate overdueOn, Optional<Set<EntityCode>> reach) {

    String from() {
        StringBuilder where = new StringBuilder(" FROM condition_check c JOIN agreement a ON a.agreement_id = c.agreement_id WHERE c.status IN ('PLANNED', 'OPEN')");
        values().keySet().forEach(name -> where.append(switch (name) {
            case "customer" -> " AND c.customer_id = :customer";
            case "state" -> " AND c.status = :state";
            case "overdueOn" -> " AND c.status = 'OPEN' AND c.due_on < :overdueOn";
            default -> " AND a.entity_code IN (:reach)";
        }));
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        customer.ifPresent(whose -> values.put("customer", whose.value()));
        if (state != null) {
            values.put("state", state.name());
        }
        if (overdueOn != null) {
            values.put("overdueOn", Date.valueOf(overdueOn));
        }
        reach.ifPresent(codes -> values.put("reach", codes.isEmpty() ? List.of("-") : codes.stream().map(EntityCode::value).toList()));
        return values;
    }

    /** The columns of a check, told apart from those of its agreement. */
    static String prefixed(String columns) {
        return Arrays.stream(columns.split(",")).map(column -> "c." + column.strip()).collect(Collectors.joining(", "));
    }
}
