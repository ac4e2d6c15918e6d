package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.InvoiceProfile;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceHistoryTest {

    private static final YearMonth LAST = YearMonth.of(2026, 5);

    @Test
    void averagesOverTheLastThreeYearsGapsIncluded() {
        InvoiceHistory history = InvoiceHistory.of(profile(48, 12, "100", 5));

        assertThat(history.averageSales()).isEqualByComparingTo("66.67");
        assertThat(history.invoicesPerMonth()).isEqualByComparingTo("3.333333");
        assertThat(history.medianSales()).isEqualByComparingTo("100");
        // two thirds of the months at 100, one third at 0
        assertThat(history.volatility()).hasValueSatisfying(volatility -> assertThat(volatility).isEqualByComparingTo("0.707107"));
    }

    @Test
    void theMedianIsNoughtForAFirmThatSellsInFewerThanHalfOfTheMonths() {
        assertThat(InvoiceHistory.of(profile(20, 11, "100", 1)).medianSales()).isEqualByComparingTo("0");
        assertThat(InvoiceHistory.of(profile(20, 10, "100", 1)).medianSales()).isEqualByComparingTo("50");
    }

    @Test
    void volatilityMeansNothingWithoutSales() {
        assertThat(InvoiceHistory.of(profile(12, 12, "100", 0)).volatility()).isEmpty();
        assertThat(InvoiceHistory.of(profile(12, 0, "-100", 1)).volatility()).isEmpty();
    }

    /** Older than the window come dormant years of enormous sales; the idle months are the latest. */
    private static InvoiceProfile profile(int covered, int idle, String sales, int invoices) {
        List<InvoiceProfile.Month> months = new ArrayList<>();
        for (int back = covered - 1; back >= 0; back--) {
            boolean old = back >= 36;
            BigDecimal amount = old ? new BigDecimal("1E9") : back < idle ? BigDecimal.ZERO : new BigDecimal(sales);
            months.add(new InvoiceProfile.Month(LAST.minusMonths(back), amount, BigDecimal.ZERO, old ? 900 : back < idle ? 0 : invoices));
        }
        return OnFile.profile(LAST, covered, covered - idle, months, "1000");
    }
}
