package io.shouxin.adjustment;

import io.shouxin.kernel.BilingualText;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountView;
import java.util.Optional;

/**
 * A change a rating or a market signal suggests, with ready figures; an officer decides what becomes of it.
 *
 * @param reference number of the rating or the signal
 * @param ceiling   the ceiling suggested; empty for a suspension
 * @param reason    what happened, in the bank's words or as a code that readers get in words
 * @param ruleCode  row of policy {@code limit-change-triggers}
 */
record SuggestChange(CustomerId customer, LimitAccountView account, LimitChangeKind kind, Optional<Money> ceiling, LimitChangeCause cause,
                     String reference, BilingualText reason, String grade, String ruleCode) {
}
