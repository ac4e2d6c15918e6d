package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * Question: would this amount fit?
 *
 * @param account   any account; an order or a draw is tried on a facility, a credit or an order on a customer
 * @param purpose   {@link ReservationPurpose#NEW_CREDIT} for a credit still to be approved, which the customer's own ceiling doesn't bind
 * @param inPlaceOf subject whose open reservations on the account would be given back first, such as the application the amount is for
 */
public record TryAmount(LimitAccountId account, Money amount, ReservationPurpose purpose, Optional<String> inPlaceOf) {

    public TryAmount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(inPlaceOf, "inPlaceOf");
    }

    public TryAmount(LimitAccountId account, Money amount) {
        this(account, amount, ReservationPurpose.UNDER_CEILING, Optional.empty());
    }
}
