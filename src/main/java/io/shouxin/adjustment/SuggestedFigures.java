package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a trigger suggests for one customer, worked out on his limits as they stand.
 *
 * @param ceiling empty for a suspension
 */
record SuggestedFigures(LimitChangeKind kind, Optional<Money> ceiling, String ruleCode) {

    private static final BigDecimal STEP = new BigDecimal("10000");
    private static final BigDecimal FOREIGN_STEP = new BigDecimal("1000");

    /**
     * A share of the standing ceiling, rounded against the customer to ten thousand yuan or a thousand of another currency, but not below what is drawn; where nothing is left
     * to cut, a suspension. Empty if the account has no ceiling or takes nothing new anyway.
     */
    static Optional<SuggestedFigures> of(MatchedRow row, LimitTree tree) {
        return of(LimitChangeKind.valueOf(row.text("kind")), row.number("share"), row.text("reasonCode"), tree, tree.customer());
    }

    /** The same for one of his accounts. */
    static Optional<SuggestedFigures> of(LimitChangeKind kind, BigDecimal share, String code, LimitTree tree, LimitAccountView account) {
        Optional<Money> ceiling = LimitTree.ceiling(account).filter(Money::isPositive);
        if (account.status() != LimitAccountStatus.ACTIVE || ceiling.isEmpty()) {
            return Optional.empty();
        }
        Money before = ceiling.get();
        Money step = Money.of(before.currency().equals(Money.CNY) ? STEP : FOREIGN_STEP, before.currency());
        return switch (kind) {
            case INCREASE -> Optional.of(before.times(BigDecimal.ONE.add(share), RoundingMode.DOWN).roundedDownTo(step))
                    .filter(after -> after.compareTo(before) > 0).map(after -> new SuggestedFigures(LimitChangeKind.INCREASE, Optional.of(after), code));
            case DECREASE -> {
                Money after = before.times(BigDecimal.ONE.subtract(share), RoundingMode.DOWN).roundedDownTo(step).max(tree.lowest(account));
                yield Optional.of(after.compareTo(before) < 0 ? new SuggestedFigures(LimitChangeKind.DECREASE, Optional.of(after), code)
                        : new SuggestedFigures(LimitChangeKind.SUSPEND, Optional.empty(), code));
            }
            case SUSPEND -> Optional.of(new SuggestedFigures(LimitChangeKind.SUSPEND, Optional.empty(), code));
            case RESUME -> Optional.empty();
        };
    }
}
