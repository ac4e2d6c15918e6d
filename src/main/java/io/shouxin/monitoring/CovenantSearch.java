package io.shouxin.monitoring;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which covenants are looked for; what is null or empty restricts nothing.
 *
 * @param customer   whose they are
 * @param facility   number of a facility because of which it is asked
 * @param kind       a kind of covenant
 * @param state      of the test to come or under way, or of the last result
 * @param overdueOn  only those under test whose day has passed by then
 * @param reach      granting entities the reader sees; empty when he sees all
 */
public record CovenantSearch(Optional<CustomerId> customer, String facility, String kind, CovenantTestStatus state, LocalDate overdueOn,
                             Optional<Set<EntityCode>> reach) {

    private static final String TO_COME = "('PLANNED', 'OPEN', 'IN_GRACE', 'DEFERRED')";
    private static final String OVER = "('MET', 'WAIVED', 'ENDED', 'BREACHED', 'NOT_TESTABLE')";
    /** Each covenant once, beside its next test: of several that are not over, that of the earliest period. */
    private static final String FROM = "FROM covenant c LEFT JOIN covenant_test n ON n.covenant_id = c.covenant_id AND n.status IN " + TO_COME
            + " AND NOT EXISTS (SELECT 1 FROM covenant_test e WHERE e.covenant_id = c.covenant_id AND e.status IN " + TO_COME + " AND e.period_end < n.period_end) WHERE 1 = 1";
    private static final String LAST_IS = " AND (n.status = :state OR EXISTS (SELECT 1 FROM covenant_test l WHERE l.covenant_id = c.covenant_id AND l.status = :state AND l.status IN "
            + OVER + " AND NOT EXISTS (SELECT 1 FROM covenant_test m WHERE m.covenant_id = c.covenant_id AND m.status IN " + OVER + " AND m.period_end > l.period_end)))";

    /** The part of a query from FROM on; its values are in {@link #values}. */
    String from() {
        StringBuilder where = new StringBuilder(FROM);
        values().keySet().forEach(name -> where.append(switch (name) {
            case "customer" -> " AND c.customer_id = :customer";
            case "facility" -> " AND CONCAT(',', c.facilities, ',') LIKE :facility";
            case "kind" -> " AND c.kind = :kind";
            case "state" -> LAST_IS;
            case "overdueOn" -> " AND n.status IN ('OPEN', 'IN_GRACE') AND n.test_on < :overdueOn";
            default -> " AND c.entity_code IN (:reach)";
        }));
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        customer.ifPresent(whose -> values.put("customer", whose.value()));
        put(values, "facility", facility == null || facility.isBlank() ? null : "%," + facility.strip() + ",%");
        put(values, "kind", kind);
        put(values, "state", state == null ? null : state.name());
        put(values, "overdueOn", overdueOn == null ? null : Date.valueOf(overdueOn));
        reach.ifPresent(codes -> values.put("reach", codes.isEmpty() ? List.of("-") : codes.stream().map(EntityCode::value).toList()));
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(name, value);
        }
    }

    /** A covenant and the day of its next test; null when nothing comes any more. */
    public record Found(String covenant, LocalDate testOn) {
    }
}
