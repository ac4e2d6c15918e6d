package io.shouxin.origination;

import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.limit.HeadroomView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.PortfolioExposure;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads where the lender stands: its own figures, and what it is exposed to by customer, group, industry, region and in all. */
@Component
class LenderPosition {

    private final LenderRegister lender;
    private final PortfolioExposure portfolio;
    private final BusinessClock clock;

    LenderPosition(LenderRegister lender, PortfolioExposure portfolio, BusinessClock clock) {
        this.lender = lender;
        this.portfolio = portfolio;
        this.clock = clock;
    }

    /**
     * @param ownReserved what the application has reserved itself, which counts nowhere
     * @param validMonths how long the lender's figures count
     */
    Concentration of(CustomerView customer, HeadroomView headroom, Money ownReserved, int validMonths) {
        PortfolioExposure.Sums sums = portfolio.sums(customer.industrySection(), customer.provinceCode());
        SortedMap<Dimension, Money> exposures = new TreeMap<>();
        exposures.put(Dimension.CUSTOMER, held(headroom, LimitLevel.CUSTOMER).orElse(Money.zero(Money.CNY)).minus(ownReserved));
        held(headroom, LimitLevel.GROUP).ifPresent(group -> exposures.put(Dimension.GROUP, group.minus(ownReserved)));
        exposures.put(Dimension.INDUSTRY, sums.industry().minus(customer.industrySection() == null ? Money.zero(Money.CNY) : ownReserved));
        exposures.put(Dimension.REGION, sums.province().minus(customer.provinceCode() == null ? Money.zero(Money.CNY) : ownReserved));
        exposures.put(Dimension.FUNDS, sums.whole().minus(ownReserved));
        Optional<LenderFigures> figures = lender.on(clock.today());
        return new Concentration(figures.orElse(null), Concentration.tooOld(figures, clock.today(), validMonths), customer.industrySection(),
                customer.provinceCode(), exposures);
    }

    private static Optional<Money> held(HeadroomView headroom, LimitLevel level) {
        return headroom.levels().stream().filter(each -> each.account().level() == level)
                .map(each -> each.reserved().plus(each.committed())).findFirst();
    }
}
