package io.shouxin.adjustment;

import io.shouxin.customer.InYuan;
import io.shouxin.kernel.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was asked for in a foreign currency, told in yuan at the rate of the proposal and kept with it: by it the tiers were asked. On an account
 * in yuan there is none.
 */
@Embeddable
class FrozenInYuan {

    @Column(precision = 19, scale = 4)
    private BigDecimal baseAmount;
    @Column(precision = 15, scale = 8)
    private BigDecimal rate;
    private LocalDate rateDay;

    protected FrozenInYuan() {
    }

    private FrozenInYuan(InYuan told) {
        baseAmount = told.amount().amount();
        rate = told.rate();
        rateDay = told.day();
    }

    /** Null where there is none. */
    static FrozenInYuan of(Optional<InYuan> told) {
        return told.map(FrozenInYuan::new).orElse(null);
    }

    static Optional<InYuan> told(FrozenInYuan frozen) {
        return Optional.ofNullable(frozen).map(kept -> new InYuan(Money.cny(kept.baseAmount.stripTrailingZeros()),
                new BigDecimal(kept.rate.stripTrailingZeros().toPlainString()), kept.rateDay));
    }

    /** What it adds to the fingerprint of the proposal: nothing where there is none. */
    static String hashed(FrozenInYuan frozen) {
        return told(frozen).map(told -> "\n" + told.amount() + "\n" + told.rate().toPlainString() + "\n" + told.day()).orElse("");
    }
}
