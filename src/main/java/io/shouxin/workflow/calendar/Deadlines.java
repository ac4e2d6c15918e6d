package io.shouxin.workflow.calendar;

import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.kernel.BusinessClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Due dates of tasks (办理时限): the close of business, 18:00 in Beijing, of a working day. Policy {@code task-deadlines} says how many
 * days; where it says nothing, the process model does.
 */
@Component("deadlines")
public class Deadlines {

    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final TaskRules rules;

    Deadlines(BusinessClock clock, WorkingCalendar calendar, TaskRules rules) {
        this.clock = clock;
        this.calendar = calendar;
        this.rules = rules;
    }

    /** For process models. @param days working days from today, at least 1 */
    public Date inWorkingDays(int days) {
        LocalDate day = calendar.plus(clock.today(), days);
        return Date.from(day.atTime(CLOSE_OF_BUSINESS).atZone(BusinessClock.ZONE).toInstant());
    }

    /** A task has come into being. */
    void setFor(DelegateTask task) {
        rules.of(task).map(DeadlineRule::workingDays).filter(days -> days > 0).ifPresent(days -> task.setDueDate(inWorkingDays(days)));
    }
}
