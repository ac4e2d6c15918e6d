package io.shouxin.rating;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.PolicyTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A knock-out rule that holds for a customer (否决规则), with the fact it holds on.
 *
 * @param version version of policy {@code knock-out}
 * @param row     the row's stable id
 * @param fact    name of the input the row asks about; empty if it asks about several
 * @param value   what is on file of it; empty when nothing is
 */
public record StandingKnockOut(String version, String row, String reasonCode, String fact, String value) {

    private static final String POLICY = "knock-out";

    static List<StandingKnockOut> of(PolicyBook policies, LocalDate asOf, Map<String, Object> inputs) {
        PolicyDecision decision = policies.evaluate(POLICY, asOf, inputs);
        PolicyTable table = policies.table(policies.inForce(POLICY, asOf));
        return decision.rows().stream().map(row -> of(decision.version(), row, table, inputs)).toList();
    }

    private static StandingKnockOut of(String version, MatchedRow row, PolicyTable table, Map<String, Object> inputs) {
        Optional<String> fact = IntStream.range(0, table.rows().size()).filter(place -> table.rows().get(place).ruleId().equals(row.ruleId()))
                .mapToObj(table::columnsOf).filter(columns -> columns.size() == 1).map(columns -> table.inputs().get(columns.iterator().next()).name())
                .findFirst();
        String value = fact.map(inputs::get).map(Object::toString).orElse("");
        return new StandingKnockOut(version, row.ruleId(), row.text("reasonCode"), fact.orElse(""), value);
    }
}
