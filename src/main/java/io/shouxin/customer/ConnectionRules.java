package io.shouxin.customer;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From where on a relation makes two parties one risk (关联关系认定标准), as policy {@code connection-rules} says.
 *
 * @param version            of the policy
 * @param controlVotes       percent of votes that must be exceeded
 * @param economicDependence percent that must be reached
 * @param significantHolding percent of shares from which on a holding is pointed out
 * @param keyPositions       positions that connect a person with the firm
 * @param generations        most generations by kinship; a kinship that isn't named does not connect
 * @param guarantorDepth     levels that chains of guarantors are followed
 * @param circleLength       most parties of a circle that is listed by itself
 */
public record ConnectionRules(String version, BigDecimal controlVotes, BigDecimal economicDependence, BigDecimal significantHolding,
                              Set<String> keyPositions, Map<String, Integer> generations, int guarantorDepth, int circleLength) {

    static final String POLICY = "connection-rules";

    public ConnectionRules {
        keyPositions = Set.copyOf(keyPositions);
        generations = Map.copyOf(generations);
    }

    static ConnectionRules of(PolicyBook policies, LocalDate day) {
        Set<String> positions = new TreeSet<>();
        for (String position : RelationKind.KEY_PERSON.details()) {
            if (row(policies, day, "KEY_" + position).flag("connects")) {
                positions.add(position);
            }
        }
        Map<String, Integer> generations = new TreeMap<>();
        for (String kinship : RelationKind.RELATIVE.details()) {
            MatchedRow row = row(policies, day, "RELATIVE_" + kinship);
            if (row.flag("connects")) {
                generations.put(kinship, row.whole("threshold"));
            }
        }
        return new ConnectionRules(policies.inForce(POLICY, day).version(), row(policies, day, "CONTROL_VOTES").number("threshold"),
                row(policies, day, "ECONOMIC_DEPENDENCE").number("threshold"), row(policies, day, "SIGNIFICANT_HOLDING").number("threshold"),
                positions, generations, row(policies, day, "GUARANTOR_DEPTH").whole("threshold"),
                row(policies, day, "CIRCLE_LENGTH").whole("threshold"));
    }

    /** Whether relatives of this kinship are close enough to count as one. */
    public boolean close(PartyRelation relative) {
        Integer most = generations.get(relative.detail());
        return most != null && (relative.generations() == null || relative.generations() <= most);
    }

    private static MatchedRow row(PolicyBook policies, LocalDate day, String rule) {
        return policies.evaluate(POLICY, day, Map.of("rule", rule)).only();
    }
}
