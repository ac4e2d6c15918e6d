package io.shouxin.customer;

import java.time.LocalDate;

/** When a debt falls due, counted from the cut-off date (剩余期限). */
public enum DebtBucket {
    /** Due before the cut-off date. */
    OVERDUE,
    WITHIN_3_MONTHS,
    /** After three months, within a year. */
    WITHIN_1_YEAR,
    /** After one year, within three. */
    WITHIN_3_YEARS,
    LATER,
    /** No maturity is told. */
    NO_DATE;

    static DebtBucket of(JudgedDebt debt, LocalDate asOf) {
        LocalDate due = debt.line().maturesOn();
        if (debt.standing() == DebtStanding.OVERDUE || due != null && due.isBefore(asOf)) {
            return OVERDUE;
        }
        return due == null ? NO_DATE : !due.isAfter(asOf.plusMonths(3)) ? WITHIN_3_MONTHS : !due.isAfter(asOf.plusYears(1)) ? WITHIN_1_YEAR
                : !due.isAfter(asOf.plusYears(3)) ? WITHIN_3_YEARS : LATER;
    }
}
