package io.shouxin.workflow.calendar;

import io.shouxin.kernel.BusinessClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Due dates of tasks (办理时限): the end of a working day, Monday to Friday in Beijing. */
@Component("deadlines")
public class Deadlines {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    private final BusinessClock clock;

    Deadlines(BusinessClock clock) {
        this.clock = clock;
    }

    /** @param days working days from today, at least 1 */
    public Date inWorkingDays(int days) {
        LocalDate day = clock.today();
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return Date.from(day.atTime(CLOSE_OF_BUSINESS).atZone(BusinessClock.ZONE).toInstant());
    }
}
