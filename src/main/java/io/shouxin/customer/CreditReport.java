package io.shouxin.customer;

import io.shouxin.kernel.Money;
import java.time.LocalDate;

/**
 * The facts a credit assessment takes from a credit report (征信报告).
 *
 * @param asOf                   date of the report
 * @param overdueCount24m        months overdue within the last 24
 * @param maxDaysPastDue24m      longest overdue within the last 24 months, in days
 * @param currentOverdueDays     days overdue now, 0 when nothing is
 * @param outstandingDebt        all credit outstanding at all banks
 * @param guaranteesGiven        guarantees given for others
 * @param queries6m              queries for credit approval within the last 6 months
 * @param defaulted              has a debt classed as substandard or worse, repaid by a guarantor or written off
 * @param dishonestDebtor        on the courts' list of dishonest debtors (失信被执行人)
 * @param authorisationReference the customer's written authorisation to query, e.g. a document number; required
 * @param source                 who reported, e.g. {@code 人民银行征信中心}
 */
public record CreditReport(LocalDate asOf, int overdueCount24m, int maxDaysPastDue24m, int currentOverdueDays,
                           Money outstandingDebt, Money guaranteesGiven, int queries6m, boolean defaulted,
                           boolean dishonestDebtor, String authorisationReference, String source) {
}
