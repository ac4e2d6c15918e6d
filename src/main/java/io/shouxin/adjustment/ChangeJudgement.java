package io.shouxin.adjustment;

import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a change.
 *
 * @param rule    the row that governs it; empty if the rules do not foresee it
 * @param version of policy {@code limit-change-rules}
 * @param grade   the grade that was asked by, or {@code UNKNOWN}
 * @param checks  its conditions, each held against the facts
 */
record ChangeJudgement(Optional<ChangeRule> rule, String version, String grade, List<RuleCheck> checks) {

    List<Refusal> refusals() {
        return checks.stream().flatMap(check -> check.refusal().stream()).toList();
    }
}
