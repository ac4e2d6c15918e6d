package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Command: hold headroom of a customer and all levels above.
 *
 * @param subject           business number the reservation is for, e.g. the credit application; at most 60 characters
 * @param expiresOn         last day of the reservation
 * @param singleCustomerCap the bank's cap on reserved + committed of one customer, if the caller's policy has one
 */
public record ReserveLimit(CustomerId customer, Money amount, ReservationPurpose purpose, String subject,
                           LocalDate expiresOn, Optional<Money> singleCustomerCap) {

    public ReserveLimit {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(purpose, "purpose");
        if (subject == null || subject.isBlank() || subject.length() > 60) {
            throw new IllegalArgumentException("subject must have 1 to 60 characters");
        }
        Objects.requireNonNull(expiresOn, "expiresOn");
        Objects.requireNonNull(singleCustomerCap, "singleCustomerCap");
    }
}
