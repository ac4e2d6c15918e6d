package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import io.shouxin.customer.RelationRegister;
import io.shouxin.customer.RelationKind;
import io.shouxin.customer.RegisterCustomer;
import io.shouxin.customer.RecordRelation;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.ConflictKind;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Browser;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who decides on an application, and what becomes of it then. */
@ApplicationTest
@ProcessTest
class ApprovalPathsTest {

    private static final Map<String, String> RELATED = Map.of("kind", "RELATIVE", "remark", "客户法定代表人是我的表兄");

    @Autowired
    private Bank bank;

    @Autowired
    private RelationRegister relations;

    @LocalServerPort
    private int port;

    @Test
    void anApprovedApplicationBecomesAnActiveFacility() {
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager").hasStatus(ApplicationStatus.IN_APPROVAL).holdsItsLimit();

        file.offered();
        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED).holdsItsLimit();

        file.active();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility().hasNoLetter()
                .hasPassed("user_complete-application", "user_upload-documents", "user_verify-documents", "user_enter-data",
                        "user_assess-qualification", "rule_rate-customer", "service_propose-limit", "user_decide-as-credit-manager",
                        "service_issue-offer", "user_answer-offer", "user_sign-as-customer", "user_sign-as-bank",
                        "user_fulfil-conditions", "service_activate-facility", "end_facility-active")
                .hasNotPassed("service_close-application", "user_decide-as-senior-credit-manager", "service_approve-straight-through",
                        "user_review-agreement", "service_cancel-agreement")
                .hasToldTheCustomer("FACILITY_ACTIVE", 1);
    }

    @Test
    void aSmallApplicationOfAnExcellentFirmGoesStraightThrough() {
        ApplicationCase file = bank.anApplication().asking("900000").assessed();

        assertThat(file).waitsAt("user_answer-offer").hasStatus(ApplicationStatus.OFFERED).holdsItsLimit()
                .hasPassed("service_approve-straight-through", "service_issue-offer")
                .hasNotPassed("user_decide-as-credit-manager");
        assertThat(file.approvals()).singleElement().matches(it -> it.status() == ApprovalStatus.APPROVED && it.isStraightThrough());

        file.active();
        assertThat(file).isOver().hasAnActiveFacility();
    }

    @Test
    void aFirmInACircleOfGuaranteesGoesToAPersonHoweverExcellent() {
        ApplicationCase file = bank.anApplication().asking("900000").known();
        String friend = bank.register.register(RegisterCustomer.masked("互保企业", "K" + file.customer().value().substring(7)), new PersonId("analyst"))
                .orElseThrow().id().value();
        guarantee(file.customer().value(), friend);
        guarantee(friend, file.customer().value());
        file.assessed();

        assertThat(file).waitsAt("user_decide-as-credit-manager").hasNotPassed("service_approve-straight-through");
        assertThat(file.proposal().obstacles()).containsExactly("GUARANTEE_CIRCLE");
    }

    private void guarantee(String guarantor, String guaranteed) {
        relations.record(new RecordRelation(RelationKind.GUARANTEE, guarantor, guaranteed, null, "DB-1", null, new BigDecimal("1000000"), "CNY",
                bank.clock.today().minusYears(1), bank.clock.today().plusYears(1), "担保合同", "连带责任保证"), new PersonId("analyst")).orElseThrow();
    }

    @Test
    void theCreditManagerDeclines() {
        ApplicationCase file = bank.anApplication().asking("1500000").decidedBy("manager", Verdict.DECLINE);

        assertDeclined(file, "user_decide-as-senior-credit-manager");
    }

    @Test
    void theSeniorCreditManagerDeclines() {
        ApplicationCase file = bank.anApplication().of(firm().ofScale(3)).asking("2500000")
                .decidedBy("manager", Verdict.APPROVE).decidedBy("senior", Verdict.DECLINE);

        assertDeclined(file, "user_decide-as-risk-director").hasPassed("user_decide-as-credit-manager");
    }

    @Test
    void theRiskDirectorDeclines() {
        ApplicationCase file = bank.anApplication().of(firm().ofScale(3)).asking("9000000")
                .decidedBy("manager", Verdict.APPROVE).decidedBy("senior", Verdict.APPROVE).decidedBy("director", Verdict.DECLINE);

        assertDeclined(file, "user_vote-as-committee-member").hasPassed("user_decide-as-senior-credit-manager");
    }

    @Test
    void theCommitteeApprovesByMajorityOnceItsChairHasVoted() {
        ApplicationCase file = beforeTheCommittee().decidedBy("committee2", Verdict.APPROVE).decidedBy("committee3", Verdict.APPROVE)
                .decidedBy("committee4", Verdict.APPROVE);
        assertThat(file).waitsAt("user_vote-as-committee-member");

        file.decidedBy("committee1", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer").holdsItsLimit().hasPassed("service_count-votes", "end_approved")
                .hasNotPassed("end_declined");
        assertThat(file.approvals().get(0).tiers()).containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER,
                Tier.RISK_DIRECTOR, Tier.COMMITTEE);
        assertThat(file.approvals().get(0).decisions()).hasSize(7);
    }

    @Test
    void theCommitteeDeclinesByMajority() {
        ApplicationCase file = beforeTheCommittee().decidedBy("committee1", Verdict.APPROVE).decidedBy("committee2", Verdict.DECLINE)
                .decidedBy("committee3", Verdict.DECLINE).decidedBy("committee4", Verdict.DECLINE);

        assertDeclined(file, "end_approved").hasPassed("service_count-votes", "end_declined");
    }

    @Test
    void theChairsVetoOutweighsEveryVoteForIt() {
        ApplicationCase file = beforeTheCommittee().decidedBy("committee2", Verdict.APPROVE).decidedBy("committee3", Verdict.APPROVE)
                .decidedBy("committee4", Verdict.APPROVE).decidedBy("committee1", Verdict.DECLINE);

        assertDeclined(file, "end_approved").hasPassed("end_declined");
    }

    @Test
    void anApplicationReturnedForReworkIsApprovedInItsNewVersion() {
        ApplicationCase file = bank.anApplication().asking("1500000").decidedBy("manager", Verdict.RETURN);
        assertThat(file).waitsAt("user_enter-data").hasStatus(ApplicationStatus.IN_ASSESSMENT).holdsItsLimit()
                .hasNotPassed("service_issue-offer", "service_close-application");
        String firstVersion = file.proposal().sha256();

        file.judged("WEAK").assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager").holdsItsLimit();
        assertThat(file.proposal().version()).isEqualTo(2);
        assertThat(file.proposal().sha256()).isNotEqualTo(firstVersion);

        file.active();
        assertThat(file).isOver().hasStatus(ApplicationStatus.ACTIVE).hasAnActiveFacility()
                .hasPassedTimes(2, "user_decide-as-credit-manager").hasPassedTimes(2, "service_propose-limit");
        assertThat(file.approvals()).extracting(it -> it.status()).containsExactly(ApprovalStatus.RETURNED, ApprovalStatus.APPROVED);
    }

    @Test
    void anOfficerWithAConflictHandsTheTaskToTheOthersOfHisTierForGood() {
        String other = bank.login("孙同事", Role.CREDIT_MANAGER);
        ApplicationCase file = bank.anApplication().asking("1500000").assessed();
        Task task = file.claim("manager", "user_decide-as-credit-manager");

        assertThat(declare("manager", task, Map.of("remark", " ")).json().path("refusals")).extracting(refusal -> refusal.path("code").asText())
                .containsExactly("CONFLICT_KIND_REQUIRED", "CONFLICT_REASON_REQUIRED");
        assertThat(declare("senior", task, RELATED).code()).isIn("NOT_IN_TIER", "NOT_FOUND");
        assertThat(file.task("user_decide-as-credit-manager").getAssignee()).isEqualTo("manager");

        assertThat(declare("manager", task, RELATED).status()).isEqualTo(204);
        assertThat(file.task("user_decide-as-credit-manager").getAssignee()).isNull();
        assertThat(file.approvals().get(0).conflicts()).containsExactly(
                new ApprovalCaseView.Conflict(new PersonId("manager"), ConflictKind.RELATIVE, "客户法定代表人是我的表兄"));
        assertThat(bank.audit.of(file.approvals().get(0).id().value())).extracting("act", "actor").contains(tuple("CONFLICT_DECLARED", "manager"));
        assertThat(codesOf(() -> file.claim("manager", "user_decide-as-credit-manager"))).containsExactly("CONFLICT_DECLARED");

        file.complete(other, "user_decide-as-credit-manager", Forms.decision(Verdict.RETURN, file.proposal().sha256()));
        file.judged("WEAK").assessed();
        assertThat(file.approvals()).hasSize(2);
        assertThat(codesOf(() -> file.claim("manager", "user_decide-as-credit-manager"))).containsExactly("CONFLICT_DECLARED");
    }

    @Test
    void aCommitteeMemberWithAConflictLeavesHisSeatEmpty() {
        ApplicationCase file = beforeTheCommittee();
        Task seat = bank.tasks.createTaskQuery().processInstanceBusinessKey(file.number()).taskAssignee("committee5").singleResult();

        assertThat(declare("committee5", seat, RELATED).status()).isEqualTo(204);
        assertThat(bank.hands.assignees(file.number(), "user_vote-as-committee-member")).doesNotContain("committee5").hasSize(4);
        assertThat(file.approvals().get(0).decisions()).noneMatch(decision -> decision.officer().value().equals("committee5"));

        file.decidedBy("committee1", Verdict.APPROVE).decidedBy("committee2", Verdict.APPROVE).decidedBy("committee3", Verdict.APPROVE);
        assertThat(file).waitsAt("user_answer-offer").hasPassed("end_approved");
    }

    private Browser.Answer declare(String officer, Task task, Map<String, ?> declaration) {
        return Browser.program(port, officer, "shouxin-demo", "en").post("/api/v1/tasks/" + task.getId() + "/conflict", declaration);
    }

    private ApplicationCase beforeTheCommittee() {
        return bank.anApplication().of(firm().ofScale(10)).asking("30000000").decidedBy("manager", Verdict.APPROVE)
                .decidedBy("senior", Verdict.APPROVE).decidedBy("director", Verdict.APPROVE);
    }

    private static io.shouxin.testkit.CaseAssert assertDeclined(ApplicationCase file, String notReached) {
        assertThat(file.approvals()).singleElement().matches(it -> it.status() == ApprovalStatus.DECLINED, "declined");
        return assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasReleasedItsLimit().hasALetterFor("REPAYMENT_ABILITY")
                .hasPassed("service_close-application", "end_closed").hasNotPassed("service_issue-offer", notReached);
    }
}
