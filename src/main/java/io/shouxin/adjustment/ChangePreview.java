package io.shouxin.adjustment;

import io.shouxin.approval.Tier;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What would come of a change or an exception if it were proposed now (试算).
 *
 * @param currency      the account's
 * @param ceilingBefore of the account; of a facility the commitment
 * @param ceilingAfter  empty for suspensions and resumptions, and while no amount is given
 * @param lowest        the lowest ceiling that can be reached today; what is drawn stays
 * @param exposureAfter total exposure of the group in yuan, with the room it gives; empty without the rates for it
 * @param inYuan        what is asked for in yuan at the day's rate; empty where the account is in yuan
 * @param tier          who would have the last word; empty if the rules do not foresee it, or there is no rate to ask them by
 * @param ruleCode      row that governs it
 * @param atOnceAllowed whether it may take effect before it is approved
 * @param checks        the conditions of the rules
 * @param obstacles     what speaks against it beside the rules
 * @param levels        headroom of every level, now and afterwards
 */
public record ChangePreview(Currency currency, Optional<Money> ceilingBefore, Optional<Money> ceilingAfter, Optional<Money> lowest,
                            Optional<Money> exposureAfter, Optional<InYuan> inYuan, Optional<Tier> tier, Optional<String> ruleCode,
                            boolean atOnceAllowed, String policyVersion, String grade, List<RuleCheck> checks, List<Refusal> obstacles, List<LevelChange> levels) {

    /** Nothing speaks against it. */
    public boolean allowed() {
        return obstacles.isEmpty() && tier.isPresent() && checks.stream().allMatch(check -> check.refusal().isEmpty());
    }
}
