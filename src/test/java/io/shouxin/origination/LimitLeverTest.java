package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Money;
import io.shouxin.origination.Constraint.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By how much which input has to move until the next constraint, at 1,000,000, binds. */
class LimitLeverTest {

    @ParameterizedTest(name = "{0} at {1} with {2}: {3} more")
    @CsvSource(delimiter = '|', value = {
        "DEBT_CAPACITY|600000|operatingCashFlow=750000 existingDebt=500000 coverage=2 repaymentYears=4 yearlyRate=0.05 gradeFactor=0.8 otherExposure=0|300000.00",
        "DEBT_CAPACITY|0|operatingCashFlow=-50000 existingDebt=500000 coverage=2 repaymentYears=4 yearlyRate=0.05 gradeFactor=0.8 otherExposure=0|1100000.00",
        "INCOME_CAPACITY|500000|yearlyIncome=400000 debtToIncome=0.5 yearlyDebtService=50000 repaymentYears=4 yearlyRate=0.05 gradeFactor=1 otherExposure=0|300000.00",
        "NET_ASSET_MULTIPLE|800000|netAssets=1000000 netAssetMultiple=0.8 otherExposure=0|250000.00",
        "NET_ASSET_MULTIPLE|0|netAssets=100000 netAssetMultiple=0 otherExposure=0|",
        "INVOICE_SALES|300000|invoicedSales12m=1000000 invoiceSalesShare=0.3 gradeFactor=1 otherExposure=0|2333333.34",
        "WORKING_CAPITAL_NEED|400000|newLoan=400000|600000.00",
        "WORKING_CAPITAL_NEED|0|newLoan=-100000|1100000.00",
        "SECURITY_COVERAGE|600000|securityCounted=300000 coverageRequired=0.5|200000.00",
        "CUSTOMER_CONCENTRATION|900000|ceiling=2000000 presentExposure=1100000|100000.00",
        "LENDABLE_FUNDS|0|ceiling=2000000 presentExposure=2500000|1500000.00",
        "CUSTOMER_CAP|700000|customerCap=1000000 otherExposure=300000|300000.00",
        "REQUEST|999999.99|requested=999999.99|0.01"})
    void isTheInputThatMovesTheBindingConstraint(Constraint constraint, String amount, String figures, String by) {
        Optional<LimitLever> lever = LimitLever.of(List.of(line(constraint, amount, figures).bound(), Constraint.PRODUCT_CAP.known(new BigDecimal("1000000"), new Figures())));
        assertThat(lever.map(LimitLever::by).orElse(null)).isEqualTo(by == null ? null : Money.cny(by));
        assertThat(lever.map(LimitLever::code).orElse(constraint.name())).isEqualTo(constraint.name());
        assertThat(lever.map(LimitLever::upTo).orElse(Money.cny("1000000"))).isEqualTo(Money.cny("1000000"));
    }

    @Test
    void saysNothingWhereAnotherIsAsTightOrNoneBinds() {
        ConstraintLine tight = Constraint.REQUEST.known(BigDecimal.TEN, new Figures());
        assertThat(LimitLever.of(List.of(tight.bound(), Constraint.PRODUCT_CAP.known(BigDecimal.TEN, new Figures())))).isEmpty();
        assertThat(LimitLever.of(List.of(tight, Constraint.PRODUCT_CAP.known(BigDecimal.ONE, new Figures())))).isEmpty();
        assertThat(LimitLever.of(List.of(tight.bound(), Constraint.DEBT_CAPACITY.missing(List.of("CREDIT_REPORT"))))).isEmpty();
    }

    private static ConstraintLine line(Constraint constraint, String amount, String figures) {
        Figures given = new Figures();
        for (String figure : figures.split(" ")) {
            given.with(figure.split("=")[0], new BigDecimal(figure.split("=")[1]));
        }
        return constraint.known(new BigDecimal(amount), given);
    }
}
