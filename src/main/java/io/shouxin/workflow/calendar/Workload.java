package io.shouxin.workflow.calendar;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Tier;
import io.shouxin.audit.AuditTrail;
import io.shouxin.deadline.DeadlineNotices;
import io.shouxin.deadline.DeadlineRule;
import io.shouxin.deadline.DeadlineStep;
import io.shouxin.identity.Access;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.OwnAuthority;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much to do (工作量), what lies without anybody, and giving such a task to somebody (分派). */
@Service
@Transactional
public class Workload {

    private static final int MOST_STUCK = 200;
    private static final int LONGEST_REASON = 500;

    private final OpenTasks tasks;
    private final TaskRules rules;
    private final TaskTakers whoMay;
    private final DeadlineNotices notices;
    private final People people;
    private final ApprovalDesk approvals;
    private final Access access;
    private final TaskService engine;
    private final OwnAuthority ownAuthority;
    private final MessageDesk messages;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Workload(OpenTasks tasks, TaskRules rules, TaskTakers whoMay, DeadlineNotices notices, People people, ApprovalDesk approvals, Access access, @Lazy TaskService engine,
            OwnAuthority ownAuthority, MessageDesk messages, AuditTrail audit, BusinessClock clock) {
        this.tasks = tasks;
        this.rules = rules;
        this.whoMay = whoMay;
        this.notices = notices;
        this.people = people;
        this.approvals = approvals;
        this.access = access;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reader sees the people and tasks of the entities he reaches */
    @Transactional(readOnly = true)
    public View of(Person reader) {
        Optional<Set<String>> entities = access.reach(reader).map(codes -> codes.stream().map(EntityCode::value).collect(Collectors.toSet()));
        Map<String, Person> known = people.all().stream().collect(Collectors.toMap(person -> person.id().value(), person -> person));
        List<Line> byPerson = tasks.byPerson(entities, clock.instant()).stream().map(load -> new Line(load.who(),
                known.containsKey(load.who()) ? known.get(load.who()).displayName() : load.who(), load.open(), load.overdue(),
                load.averageSeconds())).toList();
        List<Line> byRole = tasks.byGroup(entities, clock.instant()).stream().map(load -> new Line(Role.ofGroup(load.who()).map(Role::name)
                .orElse(load.who()), "", load.open(), load.overdue(), load.averageSeconds())).toList();
        return new View(byPerson, byRole, stuck(reader), stalled(reader));
    }

    private List<Stalled> stalled(Person reader) {
        return approvals.stalled().entrySet().stream().filter(each -> access.mayReadCase(reader, each.getKey().subjectId()))
                .map(each -> new Stalled(each.getKey().id().value(), each.getKey().subjectId(), each.getKey().currentTier(), each.getValue())).toList();
    }

    private List<Stuck> stuck(Person reader) {
        return notices.latest(EnumSet.of(DeadlineStep.ESCALATED, DeadlineStep.UNCLAIMED, DeadlineStep.NOBODY_MAY), MOST_STUCK).stream()
                .flatMap(notice -> tasks.find(notice.taskId()).stream()
                        .filter(task -> notice.step() == DeadlineStep.ESCALATED || task.assignee() == null)
                        .filter(task -> access.reach(reader).map(codes -> task.entity() == null || codes.contains(new EntityCode(task.entity()))).orElse(true))
                        .map(task -> new Stuck(notice, task, mayAssign(reader, task) ? whoMay.take(task) : List.of()))).toList();
    }

    /** The administrator, the task's overseer, or a holder of the role it escalates to. */
    private boolean mayAssign(Person actor, OpenTask task) {
        Optional<DeadlineRule> rule = rules.of(task);
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.RISK_DIRECTOR)
                || rule.filter(found -> actor.is(found.overseer()) || actor.is(found.escalateTo())).isPresent();
    }

    /**
     * Gives a task that a role is asked to do to one of its holders.
     *
     * @return the task, or {@code TASK_GONE, NOT_ALLOWED, REASON_REQUIRED, ASSIGNEE_NOT_ELIGIBLE}
     */
    public Outcome<OpenTask> assign(String taskId, PersonId to, String reason, Person actor) {
        Optional<OpenTask> found = tasks.find(taskId).filter(task -> access.reach(actor)
                .map(codes -> task.entity() == null || codes.contains(new EntityCode(task.entity()))).orElse(true));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("TASK_GONE"));
        }
        OpenTask task = found.get();
        if (!mayAssign(actor, task)) {
            return Outcome.refused(Refusal.of("NOT_ALLOWED"));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Outcome.refused(Refusal.of("REASON_REQUIRED").at("reason"));
        }
        if (people.find(to).filter(person -> whoMay.mayTake(person, task)).isEmpty()) {
            return Outcome.refused(Refusal.of("ASSIGNEE_NOT_ELIGIBLE").at("to").with("person", to));
        }
        ownAuthority.of(() -> {
            engine.setAssignee(taskId, to.value());
            return null;
        });
        audit.record(task.caseNumber(), "TASK_ASSIGNED", actor.id(), task.key() + " to " + to + ": " + why);
        messages.send(to, taskId + "/ASSIGNED/" + clock.instant().toEpochMilli(), task.caseNumber(), "TASK_ASSIGNED", Map.of("task", "task." + task.key(),
                "due", task.due() == null ? "–" : task.dueOn().toString()));
        return Outcome.done(task);
    }

    /** @param byRole tasks nobody has claimed, by the role asked */
    public record View(List<Line> byPerson, List<Line> byRole, List<Stuck> stuck, List<Stalled> stalled) {
    }

    /** @param who            login, or role
     *  @param averageSeconds how long these tasks have been open on average */
    public record Line(String who, String name, long open, long overdue, long averageSeconds) {
    }

    /** An approval nobody, or too few, can decide. @param reason code; label {@code actReason.CODE} */
    public record Stalled(String approvalCase, String caseNumber, Tier tier, String reason) {
    }

    /** @param mayTake to whom the reader may give it; empty when there is nobody or he may not */
    public record Stuck(DeadlineNotices.Notice notice, OpenTask task, List<Person> mayTake) {
    }
}
