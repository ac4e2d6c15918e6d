package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

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
 * @param temporary   more than the ceiling, until {@code temporaryTo}; of a facility the part of {@code committed} that ends then
 * @param excess      by how much more is held than the ceiling allows; only exchange rates and the end of a temporary exception do that
 * @param free        what this level itself can still take: for group, pool and customer the ceiling less what is reserved, committed
 *                    and set aside, for a facility what can still be drawn; empty if there is no ceiling. A level above may have less
 * @param ringFenced  true if the ceiling is set aside in the parent for this account alone
 * @param revolving   facilities only: repaid amounts can be drawn again
 * @param validTo     last day for new exposure; empty if none is set
 * @param products    codes of the products that may be used; empty for all
 */
public record LimitAccountView(LimitAccountId id, Optional<LimitAccountId> parent, LimitAccountStatus status,
                               Optional<Money> ceiling, Money reserved, Money provisional, Money committed, Money utilised,
                               Money setAside, Money temporary, Optional<LocalDate> temporaryTo, Money excess, Optional<Money> free,
                               boolean ringFenced, boolean revolving, Optional<LocalDate> validTo, Set<String> products) {

    public LimitAccountView {
        products = Set.copyOf(products);
    }

    /** Reserved and committed together: the exposure that counts against ceilings and authorities. */
    public Money exposure() {
        return reserved.plus(committed);
    }
}
