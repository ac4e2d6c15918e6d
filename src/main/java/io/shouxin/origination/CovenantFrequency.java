package io.shouxin.origination;

import java.time.LocalDate;
import java.time.YearMonth;

/** How often a covenant is tested (测试频率): after the end of each such period of the calendar year; message {@code covenantFrequency.CODE}. */
public enum CovenantFrequency {
    MONTHLY(1), QUARTERLY(3), HALF_YEARLY(6), YEARLY(12);

    private final int months;

    CovenantFrequency(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    /** The first period's end on that day or after it. */
    public LocalDate endOnOrAfter(LocalDate day) {
        int end = (day.getMonthValue() + months - 1) / months * months;
        return YearMonth.of(day.getYear(), end).atEndOfMonth();
    }

    /** The period's end after that one. */
    public LocalDate next(LocalDate periodEnd) {
        return endOnOrAfter(periodEnd.plusDays(1));
    }
}
