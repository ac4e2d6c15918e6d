package io.shouxin.adjustment;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The newest rates on file that are not after today. */
@Component
class DayRates implements YuanRates {

    private final ExchangeRates rates;
    private final BusinessClock clock;

    DayRates(ExchangeRates rates, BusinessClock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public Optional<InYuan> told(Money sum) {
        return rates.inYuan(sum, clock.today());
    }
}
