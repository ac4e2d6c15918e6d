package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Command: hold headroom of an account and all levels above.
 *
 * @param account           a customer; or a facility or sub-facility, of which an order is held until it is used
 * @param subject           business number the reservation is for, e.g. the credit application; at most 60 characters
 * @param expiresOn         last day of the reservation
 * @param singleCustomerCap the bank's cap on reserved + committed of one customer, if the caller's policy has one
 * @param product           code of the product, which accounts with a list of products ask for
 */
public record ReserveLimit(LimitAccountId account, Money amount, ReservationPurpose purpose, String subject,
                           LocalDate expiresOn, Optional<Money> singleCustomerCap, Optional<String> product) {

    public ReserveLimit {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(purpose, "purpose");
        if (subject == null || subject.isBlank() || subject.length() > 60) {
            throw new IllegalArgumentException("subject must have 1 to 60 characters");
        }
        Objects.requireNonNull(expiresOn, "expiresOn");
        Objects.requireNonNull(singleCustomerCap, "singleCustomerCap");
        if (product.isPresent() && (product.get().isBlank() || product.get().length() > 40)) {
            throw new IllegalArgumentException("product must have 1 to 40 characters");
        }
    }

    /** For a customer, whatever the product. */
    public ReserveLimit(CustomerId customer, Money amount, ReservationPurpose purpose, String subject, LocalDate expiresOn,
                        Optional<Money> singleCustomerCap) {
        this(LimitAccountId.of(customer), amount, purpose, subject, expiresOn, singleCustomerCap, Optional.empty());
    }
}
