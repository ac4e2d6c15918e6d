package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountView;
import java.util.Optional;

/**
 * A change that was asked for and that nothing speaks against.
 *
 * @param account as it stood when it was asked for
 * @param ceiling the ceiling afterwards; empty for suspensions and resumptions
 */
record ProposedChange(RequestLimitChange asked, LimitAccountView account, Optional<Money> ceiling, ChangeJudgement judgement,
                      Money exposureAfter) {
}
