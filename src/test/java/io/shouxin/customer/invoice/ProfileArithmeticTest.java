package io.shouxin.customer.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileArithmeticTest {

    private static final LocalDate AS_OF = LocalDate.of(2020, 2, 29);
    private static final YearMonth LAST = YearMonth.of(2020, 2);

    @Test
    void isEmptyWithoutInvoices() {
        InvoiceProfile profile = ProfileArithmetic.profile(AS_OF, List.of());

        assertThat(profile.present()).isFalse();
        assertThat(profile.issued().voidRate()).isEmpty();
        assertThat(profile.salesGrowth()).isEmpty();
    }

    @Test
    void comparesTheLastTwelveMonthsWithTheTwelveBefore() {
        List<InvoiceMonth> sums = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            sums.add(month(InvoiceDirection.ISSUED, LAST.minusMonths(i), i < 12 ? "150" : "100"));
            sums.add(month(InvoiceDirection.RECEIVED, LAST.minusMonths(i), "90"));
        }
        InvoiceProfile profile = ProfileArithmetic.profile(AS_OF, sums);

        assertThat(profile.sales12m()).isEqualByComparingTo("1800");
        assertThat(profile.salesPrevious12m()).isEqualByComparingTo("1200");
        assertThat(profile.salesGrowth()).hasValueSatisfying(growth -> assertThat(growth).isEqualByComparingTo("0.5"));
        assertThat(profile.grossMargin()).hasValueSatisfying(margin -> assertThat(margin).isEqualByComparingTo("0.4"));
        assertThat(profile.volatility()).hasValueSatisfying(volatility -> assertThat(volatility).isEqualByComparingTo("0"));
        assertThat(profile.monthsCovered()).isEqualTo(24);
        assertThat(profile.gapMonths()).isZero();
    }

    @Test
    void inventsNoGrowthWithoutTwoCoveredYears() {
        List<InvoiceMonth> sums = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            sums.add(month(InvoiceDirection.ISSUED, LAST.minusMonths(i), "100"));
        }
        assertThat(ProfileArithmetic.profile(AS_OF, sums).salesGrowth()).isEmpty();
    }

    @Test
    void countsGapsAsMonthsWithoutSales() {
        InvoiceProfile profile = ProfileArithmetic.profile(AS_OF, List.of(
                month(InvoiceDirection.ISSUED, LAST.minusMonths(3), "100"), month(InvoiceDirection.ISSUED, LAST, "100")));

        assertThat(profile.monthsCovered()).isEqualTo(4);
        assertThat(profile.monthsActive()).isEqualTo(2);
        assertThat(profile.gapMonths()).isEqualTo(2);
        assertThat(profile.volatility()).hasValueSatisfying(volatility -> assertThat(volatility).isEqualByComparingTo("1"));
    }

    @Test
    void forgetsCounterpartiesOlderThanAYear() {
        TrailingYear year = new TrailingYear();
        year.add(YearMonth.of(2019, 1), "A", new BigDecimal("900"));
        year.add(YearMonth.of(2019, 12), "B", new BigDecimal("75"));
        assertThat(year.counterparties()).isEqualTo(2);

        year.add(YearMonth.of(2020, 1), "C", new BigDecimal("25"));
        assertThat(year.counterparties()).isEqualTo(2);
        assertThat(year.largest()).isEqualByComparingTo("75");
        assertThat(year.positive()).isEqualByComparingTo("100");
    }

    private static InvoiceMonth month(InvoiceDirection direction, YearMonth month, String amount) {
        BigDecimal sum = new BigDecimal(amount);
        return new InvoiceMonth(direction, month, 1, 0, 0, sum, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 1, sum, sum);
    }
}
