package io.shouxin.monitoring;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which breach cases are looked for; what is null or empty restricts nothing.
 *
 * @param reference number of the change of a limit or of the review that a case led to
 * @param reach     granting entities the reader sees; empty when he sees all
 */
public record BreachSearch(Optional<CustomerId> customer, String reference, Optional<Set<EntityCode>> reach) {

    /** The condition on the columns; its values are in {@link #values}. */
    String where() {
        StringBuilder where = new StringBuilder("WHERE 1 = 1");
        values().keySet().forEach(name -> where.append(switch (name) {
            case "customer" -> " AND customer_id = :customer";
            case "reference" -> " AND reference = :reference";
            default -> " AND entity_code IN (:reach)";
        }));
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        customer.ifPresent(whose -> values.put("customer", whose.value()));
        if (reference != null && !reference.isBlank()) {
            values.put("reference", reference.strip());
        }
        reach.ifPresent(codes -> values.put("reach", codes.isEmpty() ? List.of("-") : codes.stream().map(EntityCode::value).toList()));
        return values;
    }
}
