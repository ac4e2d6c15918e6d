package io.shouxin.adjustment;

import io.shouxin.approval.OpenApproval;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * An exception that was asked for and that nothing speaks against.
 *
 * @param inYuan        the room in yuan at the day's rate; empty where it is in yuan anyway
 * @param exposureAfter total exposure of the group in yuan
 * @param foreign       whether its account, or one above it, is in another currency than yuan
 */
record AskedException(RequestException asked, Money ceiling, Money extra, Judgement judgement, Optional<InYuan> inYuan, Money exposureAfter,
                      boolean foreign) {

    /** The letter of authority, asked in yuan. */
    OpenApproval.Authority byExposure() {
        return ChangeWeighing.byExposure(inYuan.map(InYuan::amount).orElse(extra), exposureAfter, judgement.grade(), judgement.rule().orElseThrow().tier());
    }

    /**
     * What the rules say of it.
     *
     * @param rule empty if the rules do not foresee it
     */
    record Judgement(Optional<ExceptionRule> rule, String version, String grade, List<RuleCheck> checks) {
    }
}
