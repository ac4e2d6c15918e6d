package io.shouxin.monitoring;

import io.shouxin.origination.Covenant;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The days of one test (测试日程).
 *
 * @param noticeOn    the customer is told; never before the period has ended
 * @param testOn      so many days after the end of the period, or the next working day
 * @param graceEndsOn last day on which a shortfall can be cured: so many days after the test, or the next working day
 */
public record TestDays(LocalDate noticeOn, LocalDate testOn, LocalDate graceEndsOn) {

    static TestDays of(Covenant covenant, LocalDate periodEnd, Predicate<LocalDate> workingDay) {
        return from(covenant, periodEnd.plusDays(covenant.dueDays()), workingDay);
    }

    /** The days of a test that was put off. */
    static TestDays from(Covenant covenant, LocalDate wanted, Predicate<LocalDate> workingDay) {
        LocalDate test = onWorkingDay(wanted, workingDay);
        return new TestDays(test.minusDays(covenant.noticeDays()), test, onWorkingDay(test.plusDays(covenant.graceDays()), workingDay));
    }

    private static LocalDate onWorkingDay(LocalDate day, Predicate<LocalDate> workingDay) {
        LocalDate reached = day;
        while (!workingDay.test(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }
}
