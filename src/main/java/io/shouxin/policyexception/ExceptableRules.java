package io.shouxin.policyexception;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks policy {@code policy-exceptions} which rules may be set aside. What it does not name is never exceptable. */
@Component
class ExceptableRules {

    private final PolicyBook policies;

    ExceptableRules(PolicyBook policies) {
        this.policies = policies;
    }

    /** @param asOf day whose version counts: a case is judged by the versions of the day it was submitted, by the first one if it is older */
    ExceptableRule of(String policy, String rule, LocalDate asOf) {
        PolicyVersion version = policies.versions(ExceptableRule.POLICY).stream().filter(each -> !each.effectiveFrom().isAfter(asOf))
                .reduce((older, newer) -> newer).orElseGet(() -> policies.versions(ExceptableRule.POLICY).get(0));
        return of(policy, rule, version);
    }

    /** By the version an exception was asked for under. */
    ExceptableRule of(String policy, String rule, String version) {
        return of(policy, rule, policies.find(ExceptableRule.POLICY, version).orElseThrow());
    }

    private ExceptableRule of(String policy, String rule, PolicyVersion version) {
        PolicyTable table = policies.table(version);
        Map<String, String> question = Map.of("policy", policy, "rule", rule);
        boolean listed = table.inputs().stream().allMatch(input -> input.allowed().contains(question.get(input.name())));
        return listed ? policies.evaluate(version, question).first().map((MatchedRow row) -> ExceptableRule.of(row, version.version()))
                .orElseGet(() -> ExceptableRule.never(version.version())) : ExceptableRule.never(version.version());
    }
}
