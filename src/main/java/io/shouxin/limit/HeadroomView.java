package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * How much more a customer can take, and which level says so.
 *
 * @param levels     group (if any), customer, then the customer's facilities
 * @param free       the least of what group and customer have free; empty if neither has a ceiling
 * @param binding    the level that has least free; empty if none has a ceiling
 * @param openForNew false if group or customer is suspended or expired
 */
public record HeadroomView(CustomerId customer, List<Level> levels, Optional<Money> free, Optional<LimitAccountId> binding,
                           boolean openForNew) {

    public HeadroomView {
        levels = List.copyOf(levels);
    }

    /**
     * One level.
     *
     * @param ceiling empty if undefined
     * @param free    empty if undefined; for a facility what can still be drawn
     * @param binds   true for the one level that has least free
     */
    public record Level(LimitAccountId account, Optional<Money> ceiling, Money reserved, Money committed, Money utilised,
                        Optional<Money> free, LimitAccountStatus status, boolean binds) {
    }

    /** Reserved and committed of the whole group, or of the customer who is in none: what authority is measured by. */
    public Optional<Money> totalExposure() {
        return levels.stream().findFirst().map(root -> root.reserved().plus(root.committed()));
    }

    /** What the group as a whole has free; empty for a customer in no group and for a group without a ceiling. */
    public Optional<Money> groupFree() {
        return levels.stream().filter(level -> level.account().level() == LimitLevel.GROUP).findFirst().flatMap(Level::free);
    }
}
