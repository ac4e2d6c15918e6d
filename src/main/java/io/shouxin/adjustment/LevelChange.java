package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import java.util.Optional;

/**
 * One level of the headroom map, now and after the change (额度分布).
 *
 * @param account         the account as it stands
 * @param free            what it still takes; empty if it has no ceiling
 * @param target          whether it is the account that is changed
 * @param binds           whether it has least free afterwards, among group and customer
 */
public record LevelChange(LimitAccountView account, Optional<Money> free, Optional<Money> ceilingAfter, Money committedAfter,
                          Optional<Money> freeAfter, LimitAccountStatus statusAfter, boolean target, boolean binds) {

    /** The account's id. */
    public LimitAccountId id() {
        return account.id();
    }

    /** Whether anything about it is different afterwards. */
    public boolean changes() {
        return !account.ceiling().equals(ceilingAfter) || !account.committed().equals(committedAfter) || account.status() != statusAfter
                || !free.equals(freeAfter);
    }

    LevelChange binding(boolean least) {
        return new LevelChange(account, free, ceilingAfter, committedAfter, freeAfter, statusAfter, target, least);
    }
}
