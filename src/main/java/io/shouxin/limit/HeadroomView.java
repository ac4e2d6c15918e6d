package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.util.Comparator;
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
     * @param ceilingAfter the ceiling when what is being decided on is confirmed: it grows by new credit that is reserved
     * @param freeAfter    what is free then
     * @param bindsAfter   true for the one level that has least free then; never a level whose ceiling grows with that credit
     */
    public record Level(LimitAccountId account, Optional<Money> ceiling, Money reserved, Money committed, Money utilised,
                        Optional<Money> free, LimitAccountStatus status, boolean binds, Optional<Money> ceilingAfter,
                        Optional<Money> freeAfter, boolean bindsAfter) {

        private Level after(Money ceiling) {
            Money held = reserved.plus(committed);
            Money reached = ceiling.max(reserved.plus(utilised));
            Money left = held.compareTo(reached) >= 0 ? Money.zero(ceiling.currency()) : reached.minus(held);
            return new Level(account, this.ceiling, reserved, committed, utilised, free, status, binds, Optional.of(reached),
                    Optional.of(left), bindsAfter);
        }

        private Level bindingAfter(boolean bound) {
            return new Level(account, ceiling, reserved, committed, utilised, free, status, binds, ceilingAfter, freeAfter, bound);
        }
    }

    /**
     * The same headroom while the customer's ceiling is proposed to be changed. A lower one cuts what isn't drawn and stops at what
     * is.
     */
    public HeadroomView proposing(Money ceiling) {
        List<Level> changed = levels.stream()
                .map(level -> level.account().level() == LimitLevel.CUSTOMER ? level.after(ceiling) : level).toList();
        Optional<LimitAccountId> least = changed.stream().filter(level -> level.account().level() != LimitLevel.FACILITY)
                .filter(level -> level.freeAfter().isPresent()).min(Comparator.comparing(level -> level.freeAfter().get())).map(Level::account);
        return new HeadroomView(customer, changed.stream().map(level -> level.bindingAfter(least.filter(level.account()::equals).isPresent()))
                .toList(), free, binding, openForNew);
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
