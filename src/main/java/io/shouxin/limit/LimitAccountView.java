package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A limit account as it stands.
 *
 * @param parent      the account above; empty for a root
 * @param ceiling     empty if undefined: the account then shares what its parent has left
 * @param reserved    held for credits or orders under way
 * @param provisional the part of {@code reserved} that is for new credit and will raise the ceiling when confirmed
 * @param committed   promised in facilities
 * @param utilised    drawn and not repaid; never above {@code committed}
 * @param setAside    unused ceilings of ring-fenced children, kept from the other children
 * @param ringFenced  true if the ceiling is set aside in the parent for this account alone
 * @param revolving   facilities only: repaid amounts can be drawn again
 * @param validTo     facilities only: last day for drawing
 */
public record LimitAccountView(LimitAccountId id, Optional<LimitAccountId> parent, LimitAccountStatus status,
                               Optional<Money> ceiling, Money reserved, Money provisional, Money committed, Money utilised,
                               Money setAside, boolean ringFenced, boolean revolving, Optional<LocalDate> validTo) {

    /**
     * What this level itself can still take: for group and customer the ceiling less what is reserved, committed and set
     * aside (empty if there is no ceiling), for a facility what can still be drawn. A level above may have less.
     */
    public Optional<Money> free() {
        if (id.level() == LimitLevel.FACILITY) {
            return Optional.of(committed.minus(utilised));
        }
        return ceiling.map(top -> top.minus(reserved.minus(provisional)).minus(committed).minus(setAside));
    }

    /** Reserved and committed together: the exposure that counts against ceilings and authorities. */
    public Money exposure() {
        return reserved.plus(committed);
    }
}
