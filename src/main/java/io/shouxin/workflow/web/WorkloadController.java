package io.shouxin.workflow.web;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.workflow.calendar.Workload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has how much to do, for those who lead; and giving what lies to somebody. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Deadlines", description = "办理时限: working calendar, workload, tasks that lie")
class WorkloadController {

    private static final Role[] READERS = {Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR, Role.COMMITTEE_MEMBER,
        Role.AUDITOR, Role.ADMINISTRATOR};

    private final Workload workload;
    private final Access access;
    private final Wording wording;

    WorkloadController(Workload workload, Access access, Wording wording) {
        this.workload = workload;
        this.access = access;
        this.wording = wording;
    }

    @Operation(summary = "Open and overdue tasks and their average age by person and by role, and tasks that lie")
    @GetMapping("/workload")
    WorkloadAnswer workload(Locale language) {
        Workload.View view = workload.of(access.personIn(READERS));
        return new WorkloadAnswer(view.byPerson().stream().map(line -> LoadAnswer.of(line, line.name())).toList(),
                view.byRole().stream().map(line -> LoadAnswer.of(line, wording.of("role." + line.who(), language))).toList(),
                view.stuck().stream().map(each -> stuck(each, language)).toList(),
                view.stalled().stream().map(each -> new StalledAnswer(each.approvalCase(), each.caseNumber(), wording.of("tier." + each.tier(), language),
                        each.reason(), wording.of("actReason." + each.reason(), language))).toList());
    }

    @Operation(summary = "Give a task that a role is asked to do to one of its holders, with the reason")
    @PostMapping("/tasks/{taskId}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String taskId, @RequestBody Assignment assignment) {
        Person actor = access.personIn(READERS);
        if (actor.is(Role.AUDITOR)) {
            throw new Access.NotAllowed();
        }
        workload.assign(taskId, new PersonId(assignment.to() == null || assignment.to().isBlank() ? "-" : assignment.to()), assignment.reason(), actor)
                .orElseThrow();
    }

    private StuckAnswer stuck(Workload.Stuck each, Locale language) {
        return new StuckAnswer(each.task().id(), each.task().caseNumber(), wording.of("task." + each.task().key(), language), each.notice().step().name(),
                wording.of("deadlineStep." + each.notice().step(), language), each.notice().givenAt(), each.task().due(), each.task().assignee(),
                each.mayTake().stream().map(person -> new Candidate(person.id().value(), person.displayName())).toList());
    }

    /** Whom to give a task to, and why. */
    record Assignment(String to, String reason) {
    }

    /** @param byRole tasks nobody has claimed, by the role asked */
    record WorkloadAnswer(List<LoadAnswer> byPerson, List<LoadAnswer> byRole, List<StuckAnswer> stuck, List<StalledAnswer> stalled) {
    }

    /** @param averageHours how long these tasks have been open on average */
    record LoadAnswer(String who, String name, long open, long overdue, long averageHours) {

        static LoadAnswer of(Workload.Line line, String name) {
            return new LoadAnswer(line.who(), name, line.open(), line.overdue(), line.averageSeconds() / 3600);
        }
    }

    /** An approval nobody, or too few, can decide as its people stand. */
    record StalledAnswer(String approvalCase, String caseNumber, String tier, String reason, String reasonLabel) {
    }

    /** @param mayTake to whom you may give it */
    record StuckAnswer(String taskId, String caseNumber, String task, String step, String stepLabel, Instant toldAt, Instant due, String assignee,
                       List<Candidate> mayTake) {
    }

    /** Somebody who may do a task. */
    record Candidate(String login, String name) {
    }
}
