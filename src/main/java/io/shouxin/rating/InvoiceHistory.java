package io.shouxin.rating;

import io.shouxin.customer.InvoiceProfile;
import io.shouxin.customer.InvoiceProfile.Month;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The last three years of a firm's sales invoices, or as many months as there are: a window long enough that one good or bad
 * season does not decide. Months without sales count as nought.
 *
 * @param averageSales     net valid sales without tax per month, in yuan
 * @param medianSales      half of the months sold less; nought for a firm that sells in fewer than half of them
 * @param invoicesPerMonth valid invoices issued per month
 * @param volatility       standard deviation / mean of monthly sales; empty if the mean is not positive
 */
record InvoiceHistory(BigDecimal averageSales, BigDecimal medianSales, BigDecimal invoicesPerMonth, Optional<BigDecimal> volatility) {

    private static final int MOST_MONTHS = 36;
    private static final int SCALE = 6;

    /** @param profile of at least one month */
    static InvoiceHistory of(InvoiceProfile profile) {
        List<Month> months = profile.months().subList(Math.max(0, profile.months().size() - MOST_MONTHS), profile.months().size());
        BigDecimal count = BigDecimal.valueOf(months.size());
        BigDecimal mean = months.stream().map(Month::sales).reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL64);
        long invoices = months.stream().mapToLong(Month::salesInvoices).sum();
        return new InvoiceHistory(mean.setScale(2, RoundingMode.HALF_EVEN), median(months),
                BigDecimal.valueOf(invoices).divide(count, SCALE, RoundingMode.HALF_EVEN), InvoiceProfile.salesVolatility(months));
    }

    private static BigDecimal median(List<Month> months) {
        List<BigDecimal> sorted = months.stream().map(Month::sales).sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_EVEN);
    }
}
