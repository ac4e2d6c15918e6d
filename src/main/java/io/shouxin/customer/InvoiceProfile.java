package io.shouxin.customer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the VAT invoices tell about a firm: the view of a small firm without statements. Amounts are in yuan, tax included
 * unless said otherwise; ratios are fractions (0.05 is 5 %). The month of {@code asOf} counts as a whole.
 *
 * @param issued           sales side
 * @param received         purchase side
 * @param firstMonth       first month with an issued or received invoice
 * @param lastMonth        last such month, not after {@code asOf}
 * @param monthsCovered    months from first to last, both included
 * @param monthsActive     of these, months with at least one valid issued invoice
 * @param gapMonths        {@code monthsCovered - monthsActive}
 * @param sales12m         net valid sales without tax of the 12 months that end with {@code lastMonth}
 * @param salesPrevious12m the same for the 12 months before
 * @param purchases12m     net valid purchases without tax of the last 12 months
 * @param salesGrowth      {@code sales12m / salesPrevious12m - 1}; empty unless both years are fully covered and the earlier is positive
 * @param volatility       standard deviation / mean of monthly sales over the last 12 months; empty if the mean is not positive
 * @param grossMargin      {@code (sales12m - purchases12m) / sales12m}, a proxy; empty without sales
 * @param months           net valid sales and purchases without tax, month by month, gaps included
 */
public record InvoiceProfile(LocalDate asOf, Side issued, Side received, YearMonth firstMonth, YearMonth lastMonth,
                             int monthsCovered, int monthsActive, int gapMonths,
                             BigDecimal sales12m, BigDecimal salesPrevious12m, BigDecimal purchases12m,
                             Optional<BigDecimal> salesGrowth, Optional<BigDecimal> volatility,
                             Optional<BigDecimal> grossMargin, List<Month> months) {

    /** There are invoices at all. */
    public boolean present() {
        return monthsCovered > 0;
    }

    /**
     * How much sales swing: standard deviation over mean of the monthly sales, six places; empty unless the mean is positive.
     *
     * @param months at least one
     */
    public static Optional<BigDecimal> salesVolatility(List<Month> months) {
        BigDecimal count = BigDecimal.valueOf(months.size());
        BigDecimal mean = months.stream().map(Month::sales).reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, MathContext.DECIMAL64);
        if (mean.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal variance = months.stream().map(month -> month.sales().subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count, MathContext.DECIMAL64);
        return Optional.of(variance.sqrt(MathContext.DECIMAL64).divide(mean, 6, RoundingMode.HALF_EVEN));
    }

    /**
     * One direction, over all months.
     *
     * @param validCount         valid invoices, red ones included
     * @param negativeCount      valid red (negative) invoices
     * @param validAmount        net amount without tax of valid invoices
     * @param validTax           net tax of valid invoices
     * @param negativeAmount     amount without tax of red invoices, zero or below
     * @param voidAmount         amount without tax of void invoices
     * @param voidRate           void / (valid + void) by number; empty without invoices
     * @param redRate            red amount / positive amount, as a positive fraction; empty without positive invoices
     * @param counterparties12m  different counterparties in the last 12 months
     * @param topShare12m        share of the largest counterparty in the positive net amounts of the last 12 months; empty without such
     */
    public record Side(long validCount, long voidCount, long negativeCount, BigDecimal validAmount, BigDecimal validTax,
                       BigDecimal negativeAmount, BigDecimal voidAmount, Optional<BigDecimal> voidRate,
                       Optional<BigDecimal> redRate, int counterparties12m, Optional<BigDecimal> topShare12m) {
    }

    /** @param salesInvoices valid issued invoices of the month, red ones included */
    public record Month(YearMonth month, BigDecimal sales, BigDecimal purchases, long salesInvoices) {
    }
}
