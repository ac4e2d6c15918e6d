package io.shouxin.workflow.calendar;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.ConflictKind;
import io.shouxin.deadline.DeadlineNotices;
import io.shouxin.deadline.DeadlineStep;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workflow.approval.StandingAside;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadlines in working days, reminders before, escalation after, and no task that lies forgotten. */
@ApplicationTest
@ProcessTest
class DeadlineWatchTest {

    private static final String DECIDE = "user_decide-as-credit-manager";

    @Autowired
    private Bank bank;
    @Autowired
    private DeadlineWatch watch;
    @Autowired
    private DeadlineNotices notices;
    @Autowired
    private Workload workload;
    @Autowired
    private StandingAside standingAside;

    @BeforeEach
    void onAThursday() {
        at("2026-09-24T10:00");
    }

    @Test
    void aTaskIsDueInWorkingDaysByThePolicyOfItsKind() {
        ApplicationCase file = bank.anApplication().assessed();
        // Two working days from Thursday 24 September: Mid-autumn is off, Monday and Tuesday are worked.
        assertThat(due(file.task(DECIDE))).isEqualTo(LocalDateTime.parse("2026-09-29T18:00"));
    }

    @Test
    void whoHasATaskIsRemindedBeforeItIsDueAndOnlyOnce() {
        ApplicationCase file = bank.anApplication().assessed();
        file.claim("manager", DECIDE);
        watch.watch();
        assertThat(told("manager", file, "TASK_REMINDER")).isZero();

        at("2026-09-28T10:00");
        watch.watch();
        watch.watch();
        assertThat(told("manager", file, "TASK_REMINDER")).isEqualTo(1);
        assertThat(told("senior", file, "TASK_ESCALATED")).isZero();
    }

    @Test
    void nobodyIsDisturbedOnADayOff() {
        ApplicationCase file = bank.anApplication().assessed();
        file.claim("manager", DECIDE);
        at("2026-10-03T10:00");
        watch.watch();
        assertThat(told("manager", file, "TASK_REMINDER")).isZero();
        assertThat(notices.steps(file.task(DECIDE).getId())).isEmpty();
    }

    @Test
    void anOverdueTaskIsToldToTheNextRoleOnceAndStandsInTheTrail() {
        ApplicationCase file = bank.anApplication().assessed();
        file.claim("manager", DECIDE);
        at("2026-09-30T10:00");
        watch.watch();
        watch.watch();
        assertThat(told("senior", file, "TASK_ESCALATED")).isEqualTo(1);
        assertThat(told("director", file, "TASK_ESCALATED")).isZero();
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("TASK_ESCALATED")).singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains(DECIDE, "2026-09-29", "SENIOR_CREDIT_MANAGER"));
    }

    @Test
    void aTaskNobodyClaimsReachesTheRiskDirectorWhoGivesItToSomebody() {
        ApplicationCase file = bank.anApplication().assessed();
        at("2026-09-29T10:00");
        watch.watch();
        assertThat(told("director", file, "TASK_UNCLAIMED")).isEqualTo(1);

        Task task = file.task(DECIDE);
        assertThat(workload.assign(task.getId(), new PersonId("analyst"), "无人认领", director()).refusals()).extracting(Refusal::code)
                .containsExactly("ASSIGNEE_NOT_ELIGIBLE");
        assertThat(workload.assign(task.getId(), new PersonId("manager"), " ", director()).refusals()).extracting(Refusal::code)
                .containsExactly("REASON_REQUIRED");
        workload.assign(task.getId(), new PersonId("manager"), "无人认领，请即办", director()).orElseThrow();
        assertThat(file.task(DECIDE).getAssignee()).isEqualTo("manager");
        assertThat(told("manager", file, "TASK_ASSIGNED")).isEqualTo(1);
        assertThat(bank.audit.of(file.number())).extracting("act").contains("TASK_ASSIGNED");
    }

    @Test
    void aTaskNobodyMayDoIsTold() {
        ApplicationCase file = bank.anApplication().assessed();
        // At the desk only, so that the task stays where it was: as after an act that has not reached the process.
        bank.people.inRole(Role.CREDIT_MANAGER).forEach(officer -> declareConflict(file, officer.id()));
        watch.watch();
        watch.watch();
        assertThat(told("director", file, "TASK_NOBODY_MAY")).isEqualTo(1);
        assertThat(notices.steps(file.task(DECIDE).getId())).contains(DeadlineStep.NOBODY_MAY);
    }

    @Test
    void whenTheOnlyOfficersOfATierStandAsideTheNextTierIsAskedAndNobodyIsAlarmed() {
        ApplicationCase file = bank.anApplication().assessed();
        List<Person> officers = bank.people.inRole(Role.CREDIT_MANAGER);
        officers.forEach(officer -> {
            if (file.isAt(DECIDE)) {
                Task task = file.task(DECIDE);
                bank.hands.as(officer.id().value(), () -> {
                    standingAside.declare(task, file.approvals().get(0).id(), officer.id(), ConflictKind.RELATIVE, "近亲属");
                    return null;
                });
            }
        });
        watch.watch();
        assertThat(told("director", file, "TASK_NOBODY_MAY")).isZero();
        assertThat(file.isAt("user_decide-as-senior-credit-manager")).isTrue();
    }

    @Test
    void aTaskIsGivenToNobodyWhoMayNotDoIt() {
        ApplicationCase file = bank.anApplication().assessed();
        String barred = bank.login("第二位授信经理", Role.CREDIT_MANAGER);
        String free = bank.login("新任授信经理", Role.CREDIT_MANAGER);
        declareConflict(file, new PersonId(barred));
        assertThat(codesOf(() -> workload.assign(file.task(DECIDE).getId(), new PersonId(barred), "分派", director()).orElseThrow()))
                .containsExactly("ASSIGNEE_NOT_ELIGIBLE at to");
        workload.assign(file.task(DECIDE).getId(), new PersonId(free), "分派", director()).orElseThrow();
        assertThat(file.task(DECIDE).getAssignee()).isEqualTo(free);
    }

    private void declareConflict(ApplicationCase file, PersonId officer) {
        bank.approvals.declareConflict(file.approvals().get(0).id(), officer, ConflictKind.RELATIVE, "近亲属");
    }

    @Test
    void theWorkloadCountsOpenAndOverdueByPersonAndByRole() {
        ApplicationCase file = bank.anApplication().assessed();
        String busy = bank.login("忙碌的授信经理", Role.CREDIT_MANAGER);
        file.claim(busy, DECIDE);
        ApplicationCase another = bank.anApplication().assessed();
        another.claim(busy, DECIDE);
        at("2026-09-30T10:00");
        Workload.Line line = workload.of(director()).byPerson().stream().filter(each -> each.who().equals(busy)).findFirst().orElseThrow();
        assertThat(line.open()).isEqualTo(2);
        assertThat(line.overdue()).isEqualTo(2);
        assertThat(line.averageSeconds()).isEqualTo(6 * 24 * 3600L);
        assertThat(line.name()).isEqualTo("忙碌的授信经理");
        assertThat(workload.of(director()).byRole()).extracting(Workload.Line::who).isNotEmpty();
    }

    @Test
    void aYearNobodyEnteredIsToldToThoseWhoCanEnterIt() {
        at("2026-12-01T10:00");
        watch.watch();
        assertThat(bank.messages.inbox(new PersonId("admin"))).filteredOn(message -> message.code().equals("CALENDAR_YEAR_UNKNOWN")
                && message.subject().equals("CALENDAR-2027")).hasSize(1);
    }

    private Person director() {
        return bank.people.find(new PersonId("director")).orElseThrow();
    }

    private long told(String person, ApplicationCase file, String code) {
        return bank.messages.inbox(new PersonId(person)).stream().filter(message -> message.subject().equals(file.number())
                && message.code().equals(code)).count();
    }

    private static LocalDateTime due(Task task) {
        return LocalDateTime.ofInstant(task.getDueDate().toInstant(), BusinessClock.ZONE);
    }

    private void at(String beijing) {
        bank.engineClock.stopAt(LocalDateTime.parse(beijing).atZone(BusinessClock.ZONE).toInstant());
    }
}
