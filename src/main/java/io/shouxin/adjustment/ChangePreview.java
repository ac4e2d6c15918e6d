package io.shouxin.adjustment;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What would come of a change or an exception if it were proposed now (试算).
 *
 * @param ceilingBefore of the account; of a facility the commitment
 * @param ceilingAfter  empty for suspensions and resumptions, and while no amount is given
 * @param lowest        the lowest ceiling that can be reached today; what is drawn stays
 * @param exposureAfter total exposure of the group, with the room it gives
 * @param tier          who would have the last word; empty if the rules do not foresee it
 * @param ruleCode      row that governs it
 * @param atOnceAllowed whether it may take effect before it is approved
 * @param checks        the conditions of the rules
 * @param obstacles     what speaks against it beside the rules
 * @param levels        headroom of every level, now and afterwards
 */
public record ChangePreview(Optional<Money> ceilingBefore, Optional<Money> ceilingAfter, Optional<Money> lowest, Optional<Money> exposureAfter,
                            Optional<Tier> tier, Optional<String> ruleCode, boolean atOnceAllowed, String policyVersion, String grade,
                            List<RuleCheck> checks, List<Refusal> obstacles, List<LevelChange> levels) {

    /** Nothing speaks against it. */
    public boolean allowed() {
        return obstacles.isEmpty() && tier.isPresent() && checks.stream().allMatch(check -> check.refusal().isEmpty());
    }
}
