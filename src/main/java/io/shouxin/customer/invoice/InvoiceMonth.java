package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Sums over one firm's invoices of one month and direction, in yuan without tax.
 *
 * @param validCount        valid invoices, red ones included
 * @param negativeAmount    amount of red invoices, zero or below
 * @param counterparties12m different counterparties of the 12 months that end with this one
 * @param positive12m       sum over counterparties whose net amount in those months is positive
 * @param largest12m        the largest such net amount
 */
public record InvoiceMonth(InvoiceDirection direction, YearMonth month, long validCount, long voidCount, long negativeCount,
                           BigDecimal validAmount, BigDecimal validTax, BigDecimal negativeAmount, BigDecimal voidAmount,
                           int counterparties12m, BigDecimal positive12m, BigDecimal largest12m) {

    static YearMonth monthOf(int monthNo) {
        return YearMonth.of(monthNo / 100, monthNo % 100);
    }

    static int numberOf(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
