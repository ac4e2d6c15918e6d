package io.shouxin.rating;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How old a fact may be to be rated on, in months. The settings {@code shouxin.rating.oldest-…-months} change it, for
 * instance to rate on the data of a past year.
 */
@Component
class FactAge {

    private final int statementMonths;
    private final int invoiceMonths;
    private final int creditReportMonths;

    FactAge(@Value("${shouxin.rating.oldest-statement-months:18}") int statementMonths,
            @Value("${shouxin.rating.oldest-invoice-months:6}") int invoiceMonths,
            @Value("${shouxin.rating.oldest-credit-report-months:3}") int creditReportMonths) {
        this.statementMonths = statementMonths;
        this.invoiceMonths = invoiceMonths;
        this.creditReportMonths = creditReportMonths;
    }

    int statementMonths() {
        return statementMonths;
    }

    int invoiceMonths() {
        return invoiceMonths;
    }

    int creditReportMonths() {
        return creditReportMonths;
    }

    boolean statementIsStale(LocalDate yearEnd, LocalDate today) {
        return yearEnd.plusMonths(statementMonths).isBefore(today);
    }

    boolean invoicesAreStale(YearMonth lastMonth, LocalDate today) {
        return lastMonth.plusMonths(invoiceMonths).isBefore(YearMonth.from(today));
    }

    boolean creditReportIsStale(LocalDate reported, LocalDate today) {
        return reported.plusMonths(creditReportMonths).isBefore(today);
    }
}
