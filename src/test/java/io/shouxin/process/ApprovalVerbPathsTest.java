package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.approval.AbsenceDesk;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.Verb;
import io.shouxin.approval.Verdict;
import io.shouxin.document.DocumentDesk;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each act of an approval on its way through the process: one after the other, several at once, and in the committee. */
@ApplicationTest
@ProcessTest
class ApprovalVerbPathsTest {

    private static final String FIRST = "user_decide-as-credit-manager";
    private static final String SECOND = "user_decide-as-senior-credit-manager";
    private static final String SIGN = "user_sign-as-added-signer";
    private static final String VOTE = "user_vote-as-committee-member";

    @Autowired
    private Bank bank;

    @Autowired
    private AbsenceDesk absences;

    @LocalServerPort
    private int port;

    @Test
    void conditionsOfAnApprovalBecomeConditionsPrecedentOfTheAgreement() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "CONDITIONAL", "conditions", List.of("追加法定代表人连带责任保证")));

        assertThat(file).waitsAt("user_answer-offer").holdsItsLimit();
        assertThat(file.offer().terms().conditions()).contains("追加法定代表人连带责任保证");
        file.accepted();
        assertThat(file.agreement().conditions()).extracting("code").contains("追加法定代表人连带责任保证");
        file.active();
        assertThat(file).isOver().hasAnActiveFacility();
    }

    @Test
    void aReturnToThePreviousTierComesBackTheSameWay() {
        ApplicationCase file = twoTiers().decidedBy("manager", Verdict.APPROVE);
        file.complete("senior", SECOND, decision(file, "RETURN_TO_TIER", "comment", "请复核抵押物估值"));

        assertThat(file).waitsAt(FIRST).holdsItsLimit().hasStatus(ApplicationStatus.IN_APPROVAL);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        file.decidedBy("manager", Verdict.APPROVE).decidedBy("senior", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer").hasPassedTimes(2, FIRST).hasPassedTimes(2, SECOND);
        assertThat(approval(file).decisions()).hasSize(3);
    }

    @Test
    void returnedTooOftenTheCaseGoesUp() {
        ApplicationCase file = twoTiers();
        for (int round = 0; round < 3; round++) {
            file.decidedBy("manager", Verdict.APPROVE);
            file.complete("senior", SECOND, decision(file, "RETURN_TO_TIER", "comment", "仍不清楚"));
        }
        file.decidedBy("manager", Verdict.APPROVE);
        file.complete("senior", SECOND, decision(file, "RETURN_TO_TIER", "comment", "仍不清楚"));

        assertThat(file).waitsAt("user_decide-as-risk-director");
        assertThat(approval(file).acts()).extracting("verb").endsWith(Verb.RETURN_TO_TIER, Verb.ESCALATE);
        file.decidedBy("director", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void documentsAreBroughtAndTheCaseComesBackToWhoAsked() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "ASK_FOR_DOCUMENTS", "comment", "请提供最近一期纳税申报表"));
        assertThat(file).waitsAt("user_bring-documents").holdsItsLimit();

        file.upload("analyst", DocumentDesk.OTHER, "纳税申报表.pdf", ApplicationCase.PDF);
        file.complete("analyst", "user_bring-documents", Map.of("answer", "已上传三月纳税申报表"));
        assertThat(file).waitsAt(FIRST);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void allAddedSignersAreHeardAtTheSameTimeBeforeTheApproverDecides() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "ADD_SIGNERS", "signers", signers("BEFORE", "ALL", List.of("legal"), List.of("RISK_DIRECTOR"))));
        assertThat(file).waitsAt(SIGN);
        assertThat(bank.hands.openTasks(file.number())).containsExactly(SIGN);
        assertThat(tasks(file)).hasSize(2);

        file.complete("legal", SIGN, opinion(file, "OBJECT", "合同条款须修改"));
        assertThat(file).waitsAt(SIGN);
        file.complete("director", SIGN, opinion(file, "AGREE", ""));
        assertThat(file).waitsAt(FIRST);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
        assertThat(approval(file).history()).extracting("verb").containsExactly(Verb.ADD_SIGNERS, Verb.SIGN, Verb.SIGN, Verb.APPROVE);
    }

    @Test
    void whereOneSignatureIsEnoughTheOtherTasksGo() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "ADD_SIGNERS", "signers", signers("BEFORE", "ONE", List.of("legal", "director"), List.of())));
        file.complete("director", SIGN, opinion(file, "AGREE", ""));
        assertThat(file).waitsAt(FIRST);
        assertThat(tasks(file)).hasSize(1);
    }

    @Test
    void afterAnApprovalTheSignersLetTheCaseGoOnOrBringItBack() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        Map<String, Object> after = decision(file, "APPROVE", "signers", signers("AFTER", "ALL", List.of("legal"), List.of()));
        file.complete("manager", FIRST, after);
        assertThat(file).waitsAt(SIGN).hasNotPassed("service_issue-offer");
        file.complete("legal", SIGN, opinion(file, "OBJECT", "担保措施不足"));
        assertThat(file).waitsAt(FIRST);
        file.complete("manager", FIRST, decision(file, "APPROVE", "signers", signers("AFTER", "ALL", List.of("director"), List.of())));
        file.complete("director", SIGN, opinion(file, "AGREE", ""));
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void aSignerTakenOffLosesHisTask() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "ADD_SIGNERS", "signers", signers("BEFORE", "ALL", List.of("legal", "director"), List.of())));
        assertThat(act("director", file, Map.of("act", "REMOVE_SIGNER", "signer", "legal", "reason", "x")).code()).isEqualTo("NOT_YOUR_SIGNERS");
        assertThat(act("manager", file, Map.of("act", "REMOVE_SIGNER", "signer", "legal", "reason", "法务出差")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(tasks(file)).extracting(Task::getAssignee).containsExactly("director");
        assertThat(act("manager", file, Map.of("act", "REMOVE_SIGNER", "signer", "director", "reason", "不再需要")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(file).waitsAt(FIRST);
    }

    @Test
    void aDecisionTakenBackReturnsTheTaskUnlessTheNextHasActed() {
        ApplicationCase file = twoTiers().decidedBy("manager", Verdict.APPROVE);
        assertThat(act("senior", file, Map.of("act", "TAKE_BACK", "reason", "x")).code()).isEqualTo("NOTHING_TO_TAKE_BACK");
        assertThat(act("manager", file, Map.of("act", "TAKE_BACK", "reason", "金额看错")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(file).waitsAt(FIRST);
        file.decidedBy("manager", Verdict.APPROVE).decidedBy("senior", Verdict.APPROVE);
        assertThat(act("manager", file, Map.of("act", "TAKE_BACK", "reason", "晚了")).code()).isEqualTo("CASE_CLOSED");
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void aDecisionIsTakenBackAlsoBeforeTheNextTaskIsThere() {
        ApplicationCase file = twoTiers().assessed();
        bank.hands.complete("manager", file.number(), FIRST, Forms.decision(Verdict.APPROVE, file.proposal().sha256()));
        assertThat(act("manager", file, Map.of("act", "TAKE_BACK", "reason", "看错")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(file).waitsAt(FIRST);
        assertThat(approval(file).standing()).isEmpty();
    }

    @Test
    void aSubmissionTakenBackIsAmendedAndDecidedAnew() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(act("analyst", file, Map.of("act", "RECALL", "reason", "附件传错")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT).holdsItsLimit();
        assertThat(act("analyst", file, Map.of("act", "RECALL", "reason", "再撤")).code()).isEqualTo("CASE_CLOSED");
        file.judged("WEAK").assessed();
        assertThat(file).waitsAt(FIRST);
        assertThat(file.approvals()).extracting(ApprovalCaseView::status).containsExactly(ApprovalStatus.RETURNED, ApprovalStatus.OPEN);
    }

    @Test
    void urgingLeavesAMessageWithWhomItConcerns() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(act("analyst", file, Map.of("act", "URGE", "reason", "客户急用")).status()).isEqualTo(204);
        assertThat(bank.messages.inbox(new PersonId("manager"))).anyMatch(message -> message.code().equals("APPROVAL_URGED")
                && message.subject().equals(file.number()));
        assertThat(act("rm", file, Map.of("act", "URGE", "reason", "再催")).code()).isEqualTo("URGED_RECENTLY");
    }

    @Test
    void aTaskIsHandedToAColleagueOfTheTier() {
        String colleague = bank.login("钱同事", Role.CREDIT_MANAGER);
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.claim("manager", FIRST);
        assertThat(act("manager", file, Map.of("act", "HAND_OVER", "colleague", "senior", "reason", "出差")).code()).isEqualTo("COLLEAGUE_NOT_ABLE");
        assertThat(act("manager", file, Map.of("act", "HAND_OVER", "colleague", colleague, "reason", "出差")).status()).isEqualTo(204);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo(colleague);
        file.complete(colleague, FIRST, decision(file, "APPROVE"));
        assertThat(approval(file).history()).extracting("verb").containsExactly(Verb.HAND_OVER, Verb.APPROVE);
    }

    @Test
    void whatAnAdministratorGivesAwayInCockpitStandsInTheHistory() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        bank.hands.as("admin", () -> {
            bank.tasks.setAssignee(file.task(FIRST).getId(), "manager");
            return null;
        });
        assertThat(approval(file).acts()).singleElement().matches(act -> act.verb() == Verb.REASSIGN && act.actor().value().equals("admin")
                && act.target().equals("manager"));
    }

    @Test
    void aDelegateOfAHigherTierDecidesForWhoIsAway() {
        String away = bank.login("吴缺勤", Role.CREDIT_MANAGER);
        bank.login("另一位高级经理", Role.SENIOR_CREDIT_MANAGER);
        absent(away, "senior");
        ApplicationCase file = twoTiers().assessed();
        file.complete("senior", FIRST, decision(file, "APPROVE"));
        assertThat(approval(file).decisions()).singleElement().matches(decision -> decision.officer().value().equals("senior")
                && decision.principal().orElseThrow().value().equals(away));
        assertThat(codesOf(() -> file.claim("senior", SECOND))).containsExactly("ALREADY_DECIDED");
        endAbsences();
    }

    @Test
    void eachMorningTheTasksOfWhoIsAwayGoToHisDelegate() {
        String away = bank.login("郑缺勤", Role.CREDIT_MANAGER);
        String delegate = bank.login("代办人", Role.CREDIT_MANAGER);
        LocalDate tomorrow = bank.clock.today().plusDays(1);
        absences.record(new PersonId(away), new PersonId(delegate), tomorrow, tomorrow, "出差", new PersonId(away)).orElseThrow();
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.claim(away, FIRST);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo(away);

        bank.engineClock.moveOn(java.time.Duration.ofDays(1));
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("absence-calendar").singleResult().getId());
        bank.hands.runSteps();
        assertThat(file.task(FIRST).getAssignee()).isEqualTo(delegate);
        assertThat(approval(file).acts()).extracting("verb").containsExactly(Verb.STAND_IN);
        file.complete(delegate, FIRST, Forms.with(decision(file, "APPROVE"), "principal", away));
        assertThat(approval(file).decisions()).singleElement().matches(decision -> decision.principal().orElseThrow().value().equals(away));
        endAbsences();
    }

    @Test
    void anAlternateIsAskedForAMemberWhoIsAwayAndTheMinutesSaySo() {
        absent("committee5", "committee6");
        ApplicationCase file = beforeTheCommittee();
        assertThat(bank.hands.assignees(file.number(), VOTE)).contains("committee6").doesNotContain("committee5").hasSize(5);
        endAbsences();
        for (int seat = 1; seat <= 4; seat++) {
            file.decidedBy("committee" + seat, Verdict.APPROVE);
        }
        assertThat(file).waitsAt("user_answer-offer").hasPassed("service_write-minutes");
        assertThat(bank.documents.of(approval(file).id().value())).singleElement().matches(document -> document.kind().equals(DocumentDesk.MINUTES)
                && document.sizeBytes() > 1000);
    }

    @Test
    void theChairAsksForDocumentsAndVotesGivenBeforeStand() {
        ApplicationCase file = beforeTheCommittee().decidedBy("committee2", Verdict.APPROVE);
        assertThat(act("committee3", file, Map.of("act", "ASK_FOR_DOCUMENTS", "reason", "?", "proposalHash", file.proposal().sha256())).code())
                .isEqualTo("ONLY_CHAIR_ASKS");
        assertThat(act("committee3", file, Map.of("act", "ADD_SIGNERS", "proposalHash", file.proposal().sha256())).code()).isEqualTo("NO_SIGNERS_IN_COMMITTEE");
        file.complete("committee1", VOTE, decision(file, "ASK_FOR_DOCUMENTS", "comment", "请补充在手订单"));
        assertThat(file).waitsAt("user_bring-documents");
        assertThat(bank.hands.assignees(file.number(), VOTE)).isEmpty();
        file.complete("rm", "user_bring-documents", Map.of("answer", "已补充在手订单"));
        assertThat(bank.hands.assignees(file.number(), VOTE)).containsExactly("committee1", "committee3", "committee4", "committee5");
        file.decidedBy("committee3", Verdict.APPROVE).decidedBy("committee4", Verdict.APPROVE).decidedBy("committee1", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void aVoteIsTakenBackAsLongAsNobodyVotedAfterIt() {
        ApplicationCase file = beforeTheCommittee().decidedBy("committee2", Verdict.DECLINE);
        assertThat(act("committee2", file, Map.of("act", "TAKE_BACK", "reason", "误选")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(bank.hands.assignees(file.number(), VOTE)).hasSize(5);
        file.decidedBy("committee2", Verdict.APPROVE).decidedBy("committee3", Verdict.APPROVE);
        assertThat(act("committee2", file, Map.of("act", "TAKE_BACK", "reason", "又误选")).code()).isEqualTo("ACTED_ON_SINCE");
    }

    @Test
    void anAddedSignerStandsAsideAndWithNobodyLeftTheApproverGoesOn() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.complete("manager", FIRST, decision(file, "ADD_SIGNERS", "signers", Map.of("place", "BEFORE", "rule", "ALL", "persons", List.of("director", "senior"),
                "roles", List.of(), "reason", "请就担保条款发表意见")));
        assertThat(bank.hands.assignees(file.number(), SIGN)).containsExactly("director", "senior");

        assertThat(act("director", file, Map.of("act", "DECLARE_CONFLICT", "kind", "RELATIVE")).code()).isEqualTo("CONFLICT_REASON_REQUIRED");
        assertThat(act("director", file, Map.of("act", "DECLARE_CONFLICT", "kind", "RELATIVE", "reason", "亲属任职")).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(bank.hands.assignees(file.number(), SIGN)).containsExactly("senior");
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(file.number()).taskDefinitionKey(SIGN).singleResult().getId();
        assertThat(Browser.program(port, "senior", "shouxin-demo", "en").post("/api/v1/tasks/" + task + "/conflict", Map.of("kind", "SHAREHOLDER", "remark", "持股"))
                .status()).isEqualTo(204);
        bank.hands.runSteps();

        assertThat(file).waitsAt(FIRST);
        assertThat(file.task(FIRST).getAssignee()).isEqualTo("manager");
        assertThat(approval(file).acts()).last().matches(act -> act.verb() == Verb.SIGNERS_GONE);
        assertThat(bank.audit.of(approval(file).id().value())).extracting("act").containsExactly("APPROVAL_ADD_SIGNERS", "CONFLICT_DECLARED",
                "CONFLICT_DECLARED", "APPROVAL_SIGNERS_GONE");
        file.decidedBy("manager", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer");
    }

    @Test
    void aCaseTheCommitteeCanNoLongerDecideIsToldToThoseWhoCanHelp() {
        ApplicationCase file = beforeTheCommittee();
        for (String member : List.of("committee2", "committee3", "committee4")) {
            assertThat(act(member, file, Map.of("act", "DECLARE_CONFLICT", "kind", "SHAREHOLDER", "reason", "持股")).status()).isEqualTo(204);
            bank.hands.runSteps();
        }

        assertThat(approval(file).acts().stream().filter(act -> act.verb() == Verb.STALLED)).singleElement().matches(act -> act.reason().equals("NO_MAJORITY"));
        for (String told : List.of("director", "admin")) {
            assertThat(bank.messages.inbox(new PersonId(told)).stream().filter(message -> message.code().equals("APPROVAL_STALLED")
                    && message.subject().equals(file.number()))).hasSize(1);
        }
        assertThat(Browser.program(port, "director", "shouxin-demo", "en").get("/api/v1/workload").toString()).contains(file.number()).contains("NO_MAJORITY");
        file.withdraw();
    }

    @Test
    void everyActByProgramMeetsTheSameDoor() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(act("senior", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).code()).isEqualTo("NOT_IN_TIER");
        assertThat(act("admin", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).code()).isEqualTo("NOT_ALLOWED_ADMIN");
        assertThat(act("manager", file, Map.of("act", "APPROVE", "proposalHash", "0")).code()).isEqualTo("PROPOSAL_CHANGED");
        assertThat(act("manager", file, Map.of("act", "VOID")).code()).isEqualTo("VERDICT_MISSING");
        assertThat(act(file.applicant(), Bank.PASSWORD, file, Map.of("act", "URGE", "reason", "急")).status()).isEqualTo(404);
        assertThat(act("manager", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).status()).isEqualTo(204);
        bank.hands.runSteps();
        assertThat(file).waitsAt("user_answer-offer");
        assertThat(act("manager", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).code()).isEqualTo("ALREADY_DECIDED");
    }

    @Test
    void whoRunsTheEngineMovesATokenButApprovesNothing() {
        ApplicationCase file = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitCase.draw(file, "1000000");
        LimitCase change = LimitCase.change(file, "analyst", LimitCase.form(file, "INCREASE", "1800000"));
        String instance = bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(change.number()).processDefinitionKey("limit-adjustment")
                .singleResult().getId();
        bank.hands.as("admin", () -> {
            bank.runtime.createProcessInstanceModification(instance).cancelAllForActivity("call_change-approval")
                    .startBeforeActivity("service_apply-change").execute();
            return null;
        });
        assertThatThrownBy(() -> bank.management.executeJob(bank.management.createJobQuery().processInstanceId(instance).singleResult().getId()))
                .hasMessageContaining("has not been approved");
        bank.runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void ofTwoWhoDecideAtTheSameMomentOneMovesTheCase() throws Exception {
        ApplicationCase file = twoTiers().assessed();
        String other = bank.login("并发同事", Role.CREDIT_MANAGER);
        Task task = file.claim("manager", FIRST);
        java.util.concurrent.ExecutorService threads = java.util.concurrent.Executors.newFixedThreadPool(2);
        try {
            List<java.util.concurrent.Callable<Integer>> both = List.of(
                    () -> act("manager", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).status(),
                    () -> act("manager", file, Map.of("act", "DECLINE", "reasonCode", "REPAYMENT_ABILITY", "proposalHash", file.proposal().sha256())).status());
            List<Integer> answers = new java.util.ArrayList<>();
            for (java.util.concurrent.Future<Integer> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(204);
        } finally {
            threads.shutdownNow();
        }
        assertThat(approval(file).decisions()).hasSize(1);
        assertThat(act(other, Bank.PASSWORD, file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).status()).isNotEqualTo(204);
        assertThat(bank.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    void aDecisionAfterTheWithdrawalOfTheApplicationIsRefused() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        file.claim("manager", FIRST);
        file.withdraw();
        assertThat(act("manager", file, Map.of("act", "APPROVE", "proposalHash", file.proposal().sha256())).code()).isEqualTo("CASE_CLOSED");
        assertThat(approval(file).status()).isEqualTo(ApprovalStatus.VOIDED);
        assertThat(act("analyst", file, Map.of("act", "URGE", "reason", "急")).code()).isEqualTo("CASE_CLOSED");
    }

    private void absent(String person, String delegate) {
        LocalDate today = bank.clock.today();
        absences.record(new PersonId(person), new PersonId(delegate), today, today.plusDays(3), "休假", new PersonId(person)).orElseThrow();
    }

    private void endAbsences() {
        absences.open().forEach(absence -> absences.end(absence.id(), absence.person()).orElseThrow());
    }

    private Browser.Answer act(String officer, ApplicationCase file, Map<String, ?> act) {
        return act(officer, "shouxin-demo", file, act);
    }

    private Browser.Answer act(String officer, String password, ApplicationCase file, Map<String, ?> act) {
        return Browser.program(port, officer, password, "en").post("/api/v1/approval-cases/" + approval(file).id() + "/acts", act);
    }

    private List<Task> tasks(ApplicationCase file) {
        return bank.tasks.createTaskQuery().processInstanceBusinessKey(file.number()).list();
    }

    private static ApprovalCaseView approval(ApplicationCase file) {
        return file.approvals().get(file.approvals().size() - 1);
    }

    private static Map<String, Object> decision(ApplicationCase file, String verdict, Object... more) {
        return Forms.with(Forms.with(Map.of("verdict", verdict, "proposalHash", file.proposal().sha256()), "reasonCode", null), more);
    }

    private static Map<String, Object> signers(String place, String rule, List<String> persons, List<String> roles) {
        return Map.of("place", place, "rule", rule, "persons", persons, "roles", roles, "reason", "请就行业前景发表意见");
    }

    private static Map<String, Object> opinion(ApplicationCase file, String opinion, String remark) {
        return Map.of("opinion", opinion, "remark", remark, "proposalHash", file.proposal().sha256());
    }

    private ApplicationCase twoTiers() {
        return bank.anApplication().of(firm().ofScale(3)).asking("2500000");
    }

    private ApplicationCase beforeTheCommittee() {
        return bank.anApplication().of(firm().ofScale(10)).asking("30000000").decidedBy("manager", Verdict.APPROVE)
                .decidedBy("senior", Verdict.APPROVE).decidedBy("director", Verdict.APPROVE);
    }
}
