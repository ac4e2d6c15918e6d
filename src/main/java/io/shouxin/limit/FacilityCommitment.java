package io.shouxin.limit;

import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One facility a reservation is confirmed into.
 *
 * @param revolving true if what is repaid can be drawn again (循环额度)
 * @param validTo   last day on which it can be drawn
 */
public record FacilityCommitment(FacilityId facility, Money amount, boolean revolving, LocalDate validTo) {

    public FacilityCommitment {
        Objects.requireNonNull(facility, "facility");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(validTo, "validTo");
    }
}
