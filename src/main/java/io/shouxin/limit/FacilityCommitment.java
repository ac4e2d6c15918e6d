package io.shouxin.limit;

import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * One facility a reservation is confirmed into.
 *
 * @param amount    in any currency; in another than the customer's it counts there at the rate of the day
 * @param revolving true if what is repaid can be drawn again (循环额度)
 * @param validTo   last day on which it can be drawn
 * @param products  codes of the products that may be drawn; empty for all
 */
public record FacilityCommitment(FacilityId facility, Money amount, boolean revolving, LocalDate validTo, Set<String> products) {

    public FacilityCommitment {
        Objects.requireNonNull(facility, "facility");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(validTo, "validTo");
        products = Set.copyOf(products);
    }

    /** For all products. */
    public FacilityCommitment(FacilityId facility, Money amount, boolean revolving, LocalDate validTo) {
        this(facility, amount, revolving, validTo, Set.of());
    }
}
