package io.shouxin.adjustment;

import io.shouxin.approval.OpenApproval;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountView;
import java.util.Optional;

/**
 * A change that was asked for and that nothing speaks against.
 *
 * @param account       as it stood when it was asked for
 * @param ceiling       the ceiling afterwards; empty for suspensions and resumptions
 * @param inYuan        what is asked for in yuan at the day's rate; empty where it is in yuan anyway, or no ceiling says how much it is
 * @param exposureAfter total exposure of the group in yuan
 * @param foreign       whether its account, or one above it, is in another currency than yuan
 */
record ProposedChange(RequestLimitChange asked, LimitAccountView account, Optional<Money> ceiling, ChangeJudgement judgement,
                      Optional<InYuan> inYuan, Money exposureAfter, boolean foreign) {

    /** What those with the authority are asked about, in yuan. */
    Money amount() {
        return inYuan.map(InYuan::amount).orElseGet(() -> ChangeWeighing.amount(LimitTree.ceiling(account), ceiling).orElse(exposureAfter));
    }

    /** The letter of authority, where the rule asks it. */
    Optional<OpenApproval.Authority> byExposure() {
        return judgement.rule().filter(ChangeRule::byExposure)
                .map(rule -> ChangeWeighing.byExposure(amount(), exposureAfter, judgement.grade(), rule.tier()));
    }
}
