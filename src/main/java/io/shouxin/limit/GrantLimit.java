package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Command: give an account its first ceiling.
 *
 * @param account    a group, pool, customer or sub-facility; a facility's size comes with its confirmation
 * @param ringFenced true if the ceiling is set aside in the parent: nobody else can use it up
 * @param validTo    last day for new exposure; empty if none is set
 * @param products   codes of the products that may be used under it; empty for all
 */
public record GrantLimit(LimitAccountId account, Money ceiling, boolean ringFenced, Optional<LocalDate> validTo, Set<String> products) {

    public GrantLimit {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(ceiling, "ceiling");
        Objects.requireNonNull(validTo, "validTo");
        products = Set.copyOf(products);
    }

    /** For all products, without a last day. */
    public GrantLimit(LimitAccountId account, Money ceiling) {
        this(account, ceiling, false, Optional.empty(), Set.of());
    }
}
