package io.shouxin.workflow.calendar;

import io.shouxin.audit.AuditTrail;
import io.shouxin.deadline.DeadlineNotices;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DeadlineStep;
import io.shouxin.deadline.WorkingCalendar;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.Route;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the deadlines of all open tasks, every hour of a working day: reminds before, tells the next role after, and sees to tasks
 * nobody claims or nobody may claim, so that none lies forgotten. Every step is told once, also with several nodes; each task is looked
 * at in a transaction of its own, and one that fails leaves the others alone.
 */
@Component
class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int PORTION = 500;
    private static final Duration FARTHEST_REMINDER = Duration.ofDays(31);

    private final OpenTasks tasks;
    private final TaskRules rules;
    private final TaskTakers whoMay;
    private final WorkingCalendar calendar;
    private final DeadlineNotices notices;
    private final MessageDesk messages;
    private final People people;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final TransactionTemplate alone;

    DeadlineWatch(OpenTasks tasks, TaskRules rules, TaskTakers whoMay, WorkingCalendar calendar, DeadlineNotices notices, MessageDesk messages,
            People people, AuditTrail audit, BusinessClock clock, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.rules = rules;
        this.whoMay = whoMay;
        this.calendar = calendar;
        this.notices = notices;
        this.messages = messages;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Nobody is disturbed on a day off; what came due meanwhile is told on the next working day. */
    void watch() {
        if (!calendar.isWorkingDay(clock.today())) {
            return;
        }
        inPortions((after, most) -> tasks.dueUntil(clock.instant().plus(FARTHEST_REMINDER), after, most), this::tellOfDeadline);
        inPortions(tasks::unclaimed, this::seeToClaiming);
        alone.executeWithoutResult(status -> calendar.unknownYears().forEach(this::tellOfUnknownYear));
    }

    private void inPortions(BiFunction<String, Integer, List<String>> portion, Consumer<OpenTask> look) {
        String last = "";
        for (List<String> ids = portion.apply(last, PORTION); !ids.isEmpty(); ids = portion.apply(last, PORTION)) {
            ids.forEach(id -> lookAlone(id, look));
            last = ids.get(ids.size() - 1);
        }
    }

    private void lookAlone(String id, Consumer<OpenTask> look) {
        try {
            alone.executeWithoutResult(status -> tasks.find(id).ifPresent(look));
        } catch (RuntimeException failed) {
            LOG.error("The deadline of task {} could not be looked at", id, failed);
        }
    }

    private void tellOfDeadline(OpenTask task) {
        Optional<DeadlineRule> found = rules.of(task);
        if (found.isEmpty() || task.due() == null) {
            return;
        }
        DeadlineRule rule = found.get();
        LocalDate today = clock.today();
        if (!today.isBefore(calendar.plus(task.dueOn(), -rule.remindBefore()))) {
            List<Person> doers = task.assignee() == null ? whoMay.take(task) : people.find(new PersonId(task.assignee())).stream().toList();
            tell(task, DeadlineStep.REMINDED, task.assignee() == null ? String.join(",", task.groups()) : task.assignee(), doers, "TASK_REMINDER");
        }
        if (clock.instant().isAfter(task.due()) && !today.isBefore(calendar.plus(task.dueOn(), rule.escalateAfter()))
                && tell(task, DeadlineStep.ESCALATED, rule.escalateTo().name(), whoMay.holding(rule.escalateTo(), task), "TASK_ESCALATED")) {
            audit.record(task.caseNumber(), "TASK_ESCALATED", Route.SYSTEM, task.key() + " due " + task.dueOn() + " to " + rule.escalateTo());
        }
    }

    private void seeToClaiming(OpenTask task) {
        DeadlineRule rule = rules.of(task).orElse(null);
        Role overseer = rule == null ? Role.ADMINISTRATOR : rule.overseer();
        if (whoMay.take(task).isEmpty()) {
            if (tell(task, DeadlineStep.NOBODY_MAY, overseer.name(), whoMay.holding(overseer, task), "TASK_NOBODY_MAY")) {
                audit.record(task.caseNumber(), "TASK_NOBODY_MAY", Route.SYSTEM, task.key() + " to " + overseer);
            }
            return;
        }
        notices.takeBack(task.id(), DeadlineStep.NOBODY_MAY);
        if (rule != null && calendar.workingDaysBetween(task.createdOn(), clock.today()) > rule.claimWithin()
                && tell(task, DeadlineStep.UNCLAIMED, overseer.name(), whoMay.holding(overseer, task), "TASK_UNCLAIMED")) {
            audit.record(task.caseNumber(), "TASK_UNCLAIMED", Route.SYSTEM, task.key() + " to " + overseer);
        }
    }

    private boolean tell(OpenTask task, DeadlineStep step, String told, List<Person> readers, String code) {
        if (!notices.note(task.id(), step, task.caseNumber(), task.key(), told.substring(0, Math.min(40, told.length())))) {
            return false;
        }
        Map<String, String> values = Map.of("task", "task." + task.key(), "due", task.due() == null ? "–" : task.dueOn().toString());
        // Nobody to do it is told again when it comes back on a later day.
        String key = task.id() + "/" + step + (step == DeadlineStep.NOBODY_MAY ? "/" + clock.today() : "");
        readers.forEach(reader -> messages.send(reader.id(), key, task.caseNumber(), code, values));
        return true;
    }

    private void tellOfUnknownYear(int year) {
        Set<Role> watchers = Set.of(Role.ADMINISTRATOR, Role.RISK_DIRECTOR);
        people.all().stream().filter(person -> watchers.stream().anyMatch(person::is)).forEach(person -> messages.send(person.id(),
                "calendar/" + year, "CALENDAR-" + year, "CALENDAR_YEAR_UNKNOWN", Map.of("year", String.valueOf(year))));
    }
}
