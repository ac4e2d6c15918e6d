package io.shouxin.origination;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.origination.WorkingCapitalNeed.Balance;
import io.shouxin.origination.WorkingCapitalNeed.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/**
 * The worked example is the one published at m.777doc.com/doc-4791024 (流动资金贷款需求量测算), in units of 10,000 yuan; every
 * figure it prints is repeated here.
 */
class WorkingCapitalNeedTest {

    private static final BigDecimal SALES = new BigDecimal("20315.74");
    private static final BigDecimal COST = new BigDecimal("19178.09");

    private final Figures published = new Figures(SALES, COST, new BigDecimal("903.12"),
            new BigDecimal("36500").divide(SALES, 12, RoundingMode.HALF_UP).subtract(BigDecimal.ONE),
            balance("893.7", "1551.16"), balance("713.09", "1346.22"), balance("1.0", "1.0"), balance("1880.64", "1810.14"),
            balance("133.91", "25.19"), new BigDecimal("3001.22"), BigDecimal.ZERO, BigDecimal.ZERO);

    @Test
    void repeatsThePublishedTurnoverDays() {
        assertThat(days(published.inventory(), COST)).isEqualByComparingTo("19.328");
        assertThat(days(published.receivables(), SALES)).isEqualByComparingTo("21.662");
        assertThat(days(published.payables(), COST)).isEqualByComparingTo("0.019");
        assertThat(days(published.prepayments(), COST)).isEqualByComparingTo("34.641");
        assertThat(days(published.advances(), SALES)).isEqualByComparingTo("1.410");
    }

    @Test
    void repeatsThePublishedNeedAndNewLoan() {
        WorkingCapitalNeed need = WorkingCapitalNeed.of(published).orElseThrow();

        assertThat(need.turns().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("4.85");
        assertThat(need.profitMargin().setScale(8, RoundingMode.HALF_UP)).isEqualByComparingTo("0.04445420");
        assertThat(need.need().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("7188.82");
        assertThat(need.newLoan()).isEqualByComparingTo("4187.60");
    }

    @Test
    void saysNothingAboutAFirmWhoseSuppliersFundIt() {
        Figures paidInAdvance = new Figures(SALES, COST, BigDecimal.TEN, BigDecimal.ZERO, balance("0", "0"), balance("0", "0"),
                balance("5000", "5000"), balance("0", "0"), balance("100", "100"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(WorkingCapitalNeed.of(paidInAdvance)).isEmpty();
    }

    @Test
    void saysNothingWithoutSales() {
        Figures idle = new Figures(BigDecimal.ZERO, COST, BigDecimal.ZERO, BigDecimal.ZERO, balance("1", "1"), balance("1", "1"),
                balance("0", "0"), balance("0", "0"), balance("0", "0"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(WorkingCapitalNeed.of(idle)).isEmpty();
    }

    private static BigDecimal days(Balance balance, BigDecimal flow) {
        return WorkingCapitalNeed.days(balance, flow).setScale(3, RoundingMode.HALF_UP);
    }

    private static Balance balance(String opening, String closing) {
        return new Balance(new BigDecimal(opening), new BigDecimal(closing));
    }
}
