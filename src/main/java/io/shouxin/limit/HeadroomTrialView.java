package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger would say to an amount now, level by level. It holds nothing: the ledger itself decides when the amount is posted, by
 * then somebody else may have taken the room.
 *
 * @param account   the account it was tried on; on a group or pool, for a new member without a ceiling
 * @param fits      true if every level has room and none is stopped
 * @param stoppedBy the account that takes nothing new whatever the amount: closed, expired or suspended (额度已停)
 * @param breaksAt  the level that would be named in the refusal, which is the one with least free; empty if every level has room
 * @param most      the most that would fit, zero if stopped; empty if no level has a ceiling
 * @param levels    root first
 */
public record HeadroomTrialView(LimitAccountId account, Money amount, boolean fits, Optional<LimitAccountId> stoppedBy,
                                Optional<LimitAccountId> breaksAt, Optional<Money> most, List<Level> levels) {

    public HeadroomTrialView {
        levels = List.copyOf(levels);
    }

    /**
     * One level, in its own currency.
     *
     * @param held    what counts against its ceiling before the amount, less what was given back first
     * @param free    what it has now; empty if it has no ceiling
     * @param takes   by how much the amount would use it: nothing where a ring-fenced ceiling below has been set aside for it, where the
     *                ceiling grows with the credit, or where the amount is committed already
     * @param left    what it would have left, below zero if the amount breaks it; empty if it has no ceiling
     * @param fits    false if it would break here
     */
    public record Level(LimitAccountId account, Money held, Optional<Money> free, Money takes, Optional<Money> left, boolean fits) {

        /** By how much it falls short. */
        public Optional<Money> missing() {
            return fits ? Optional.empty() : left.map(Money::negated);
        }
    }
}
