package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.CaseRules;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.customer.CreditReport;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ExceptionRenewalId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.Compensation;
import io.shouxin.policyexception.ExceptionReason;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.ExceptionRenewalStatus;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.shouxin.receipt.ReceiptDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A policy exception the committee approved holds on only by its vote; until then, and without it, it ends on its old day. */
@ApplicationTest
@ProcessTest
class ExceptionRenewalPathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final String REASON = "违约记录更正仍在办理，请予续期";

    @Autowired private Bank bank;
    @Autowired private PolicyExceptionDesk exceptions;
    @Autowired private PolicyExceptionCourse course;
    @Autowired private ExceptionRenewalDesk desk;
    @Autowired private ReceiptDesk receipts;
    @Autowired private TestRestTemplate rest;

    @Test
    void theCommitteeRenewsWhatItApprovedByItsVote() {
        PolicyException exception = approved();
        assertThat(exception.approvedTier()).isEqualTo(Tier.COMMITTEE);
        assertThat(codesOf(() -> course.renew(exception.id(), day(60), REASON, DIRECTOR).orElseThrow())).as("nobody alone")
                .containsExactly("MAY_NOT_RENEW_POLICY_EXCEPTION");
        String number = asked(exception, 60);
        ApprovalCaseView approval = approval(number);
        assertThat(approval.tiers()).containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER, Tier.RISK_DIRECTOR, Tier.COMMITTEE);
        assertThat(approval.course().rules().majority()).isEqualTo(CaseRules.Majority.MAJORITY);
        assertThat(approval.madeBy()).contains(ANALYST);
        assertThat(desk.before(view(number))).contains(Tier.CREDIT_MANAGER);

        beforeTheCommittee(number);
        assertThat(now(exception).until()).as("not before the vote has ended").isEqualTo(exception.until());
        vote(number, Verdict.APPROVE);

        assertThat(view(number).status()).isEqualTo(ExceptionRenewalStatus.RENEWED);
        assertThat(view(number).approvalCase()).isEqualTo(approval(number).id());
        assertThat(now(exception).until()).isEqualTo(view(number).until());
        assertThat(now(exception).renewal().reason()).isEqualTo(REASON);
        assertThat(bank.runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isZero();
        assertThat(bank.messages.inbox(ANALYST)).extracting("code").contains("EXCEPTION_RENEWAL_RENEWED");
        assertThat(trail(exception)).contains("POLICY_EXCEPTION_RENEWAL_ASKED", "POLICY_EXCEPTION_RENEWED");
        assertThat(desk.renew(new ExceptionRenewalId(number)).orElseThrow().status()).as("repeated").isEqualTo(ExceptionRenewalStatus.RENEWED);
        assertThat(trail(exception)).filteredOn("POLICY_EXCEPTION_RENEWED"::equals).hasSize(1);
        assertThat(new String(receipts.of(approval(number).id()).orElseThrow().file(), StandardCharsets.UTF_8)).contains("policy_exception_renewal").contains(REASON);

        bank.engineClock.moveOn(Duration.ofDays(32));
        assertThat(course.endOverdue()).extracting(PolicyException::id).as("holds on").doesNotContain(exception.id());
        bank.engineClock.moveOn(Duration.ofDays(30));
        assertThat(course.endOverdue()).extracting(PolicyException::id).as("and ends by itself as before").contains(exception.id());
        assertThat(desk.mayAsk(now(exception), view(number), ANALYST)).as("and may be renewed again").isTrue();
    }

    @Test
    void aDeclinedRenewalLeavesTheOldDay() {
        PolicyException exception = approved();
        String number = asked(exception, 60);
        decide("manager", number, Verdict.DECLINE);

        assertThat(view(number).status()).isEqualTo(ExceptionRenewalStatus.REFUSED);
        assertThat(now(exception).until()).isEqualTo(exception.until());
        assertThat(bank.messages.inbox(ANALYST)).extracting("code").contains("EXCEPTION_RENEWAL_REFUSED");
        assertThat(trail(exception)).contains("POLICY_EXCEPTION_RENEWAL_REFUSED").doesNotContain("POLICY_EXCEPTION_RENEWED");
        bank.engineClock.moveOn(Duration.ofDays(32));
        assertThat(course.endOverdue()).extracting(PolicyException::id).contains(exception.id());
    }

    @Test
    void aReturnedRenewalIsAskedForAgainOrTakenBackAndTheOldDayStands() {
        PolicyException exception = approved();
        String number = asked(exception, 60);
        String before = view(number).sha256();
        decide("manager", number, Verdict.RETURN);
        assertThat(bank.hands.openTasks(number)).containsExactly("user_amend-renewal");
        assertThat(bank.hands.assignees(number, "user_amend-renewal")).containsExactly("analyst");
        assertThat(view(number).status()).isEqualTo(ExceptionRenewalStatus.RETURNED);
        assertThat(now(exception).until()).isEqualTo(exception.until());
        assertThat(codesOf(() -> bank.hands.complete("analyst", number, "user_amend-renewal", amended(4000)))).containsExactly("POLICY_EXCEPTION_UNTIL at until");
        bank.hands.complete("analyst", number, "user_amend-renewal", amended(45));
        bank.hands.runSteps();
        assertThat(view(number).attempt()).isEqualTo(2);
        assertThat(view(number).sha256()).isNotEqualTo(before);

        decide("manager", number, Verdict.RETURN);
        bank.hands.complete("analyst", number, "user_amend-renewal", Forms.with(amended(45), "withdrawn", true));
        bank.hands.runSteps();
        assertThat(view(number).status()).isEqualTo(ExceptionRenewalStatus.WITHDRAWN);
        assertThat(now(exception).until()).isEqualTo(exception.until());
        assertThat(desk.ask(exception.id(), day(60), REASON, ANALYST).isDone()).as("another may be asked for").isTrue();
    }

    @Test
    void whatWasRevokedMeanwhileIsNotRenewedThoughItWasApproved() {
        PolicyException exception = approved();
        String number = asked(exception, 60);
        beforeTheCommittee(number);
        course.revoke(exception.id(), "风险上升，撤销例外", new PersonId("committee1")).orElseThrow();
        vote(number, Verdict.APPROVE);

        assertThat(view(number).status()).isEqualTo(ExceptionRenewalStatus.RETURNED);
        assertThat(view(number).misfit()).isEqualTo("POLICY_EXCEPTION_NOT_NOW");
        assertThat(now(exception).status()).isEqualTo(PolicyExceptionStatus.REVOKED);
        assertThat(bank.hands.openTasks(number)).containsExactly("user_amend-renewal");
        assertThat(bank.messages.inbox(ANALYST)).extracting("code").contains("EXCEPTION_RENEWAL_RETURNED");
    }

    @Test
    void anExceptionThatEndedWhileTheCommitteeThoughtHoldsAgainByItsVote() {
        PolicyException exception = approved();
        String number = asked(exception, 60);
        beforeTheCommittee(number);
        bank.engineClock.moveOn(Duration.ofDays(32));
        assertThat(course.endOverdue()).isNotEmpty();
        assertThat(now(exception).status()).as("asking renews nothing").isEqualTo(PolicyExceptionStatus.ENDED);
        vote(number, Verdict.APPROVE);
        assertThat(now(exception).status()).isEqualTo(PolicyExceptionStatus.APPROVED);
        assertThat(now(exception).until()).isEqualTo(view(number).until());
    }

    @Test
    void whatIsWrongWithARenewalIsSaidAtOnce() {
        PolicyException exception = approved();
        Map<String, Object> right = form(exception, 60);
        record Row(String field, Object value, String code) {
        }
        List<Row> table = List.of(
                new Row("exceptionId", "PX-NONE", "POLICY_EXCEPTION_UNKNOWN at exceptionId"),
                new Row("exceptionId", "not a number!", "POLICY_EXCEPTION_UNKNOWN at exceptionId"),
                new Row("exceptionId", null, "POLICY_EXCEPTION_UNKNOWN at exceptionId"),
                new Row("until", null, "POLICY_EXCEPTION_UNTIL at until"),
                new Row("until", exception.until().toString(), "POLICY_EXCEPTION_UNTIL at until"),
                new Row("until", day(181).toString(), "POLICY_EXCEPTION_UNTIL at until"),
                new Row("reason", "短", "TEXT_TOO_SHORT at reason"),
                new Row("reason", null, "TEXT_TOO_SHORT at reason"),
                new Row("reason", "长".repeat(1001), "TEXT_TOO_LONG at reason"));
        table.forEach(row -> assertThat(codesOf(() -> bank.hands.start("analyst", "policy-exception-renewal", Forms.with(right, row.field(), row.value()))))
                .as(row.toString()).containsExactly(row.code()));
        assertThatThrownBy(() -> bank.hands.start("director", "policy-exception-renewal", right)).isInstanceOf(AuthorizationException.class);
        assertThat(codesOf(() -> bank.hands.start("east-analyst", "policy-exception-renewal", right))).as("another entity's is unknown")
                .containsExactly("POLICY_EXCEPTION_UNKNOWN at exceptionId");
        assertThat(codesOf(() -> desk.ask(exception.id(), day(60), REASON, DIRECTOR).orElseThrow())).containsExactly("MAY_NOT_ASK_RENEWAL");
        assertThat(desk.newest(List.of(exception.id()))).isEmpty();

        String number = asked(exception, 60);
        assertThat(codesOf(() -> asked(exception, 61))).containsExactly("RENEWAL_ALREADY_ASKED at exceptionId");
        assertThat(codesOf(() -> desk.renew(new ExceptionRenewalId(number)).orElseThrow())).as("who moves the token renews nothing").containsExactly("RENEWAL_NOT_APPROVED");
        assertThat(codesOf(() -> desk.renew(new ExceptionRenewalId("RX-NONE")).orElseThrow())).containsExactly("RENEWAL_UNKNOWN");
        assertThat(codesOf(() -> desk.amend(new ExceptionRenewalId(number), day(50), REASON, new PersonId("rm")).orElseThrow())).containsExactly("MAY_NOT_ASK_RENEWAL");
    }

    @Test
    void whatOneOfficerMayRenewIsNotPutToTheVote() {
        ApplicationCase file = excepted(new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false, "SQ-XQ-1",
                "测试征信机构"), "SEVERE_PAST_OVERDUE").offered();
        PolicyException exception = exceptions.all(file.id()).get(0);
        assertThat(codesOf(() -> asked(exception, 60))).containsExactly("RENEWAL_BY_ONE_OFFICER at exceptionId");
    }

    @Test
    void ofTwoWhoAskAtTheSameMomentOneIsLetIn() throws Exception {
        PolicyException exception = approved();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        try {
            Callable<Outcome<ExceptionRenewal>> ask = () -> {
                try {
                    return desk.ask(exception.id(), day(60), REASON, ANALYST);
                } catch (RefusedException refused) {
                    return Outcome.refused(refused.refusals());
                }
            };
            for (Future<Outcome<ExceptionRenewal>> answer : two.invokeAll(List.of(ask, ask))) {
                answers.add(answer.get().isDone() ? "DONE" : answer.get().refusals().get(0).code());
            }
        } finally {
            two.shutdown();
        }
        assertThat(answers).containsExactlyInAnyOrder("DONE", "RENEWAL_ALREADY_ASKED");
    }

    @Test
    void whoAskedForItDecidesNowhere() {
        PolicyException exception = approved();
        String both = bank.login("分析师兼授信经理", Role.ANALYST, Role.CREDIT_MANAGER);
        String number = bank.hands.start(both, "policy-exception-renewal", form(exception, 60));
        bank.hands.runSteps();
        assertThat(codesOf(() -> decide(both, number, Verdict.APPROVE))).containsExactly("OWN_CASE");
    }

    @Test
    void itIsAskedForAndSeenOverRest() {
        PolicyException exception = approved();
        String path = "/api/v1/policy-exceptions/" + exception.id();
        TestRestTemplate analyst = rest.withBasicAuth("analyst", "shouxin-demo");
        assertThat(analyst.getForObject(path, String.class)).contains("\"renewalTier\":\"COMMITTEE\"").contains("\"mayAskRenewal\":true").contains("\"mayRenew\":false");
        HttpHeaders json = new HttpHeaders();
        json.setContentType(MediaType.APPLICATION_JSON);
        HttpEntity<String> wish = new HttpEntity<>("{\"until\":\"" + day(60) + "\",\"reason\":\"" + REASON + "\"}", json);
        assertThat(rest.withBasicAuth("director", "shouxin-demo").postForEntity(path + "/renewal-request", wish, String.class).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        String answer = analyst.postForObject(path + "/renewal-request", wish, String.class);
        assertThat(answer).contains("\"status\":\"ASKED\"").contains("\"id\":\"RX-");
        assertThat(analyst.postForObject(path + "/renewal-request", wish, String.class)).contains("RENEWAL_ALREADY_ASKED");
        bank.hands.runSteps();

        String number = answer.replaceAll(".*\"id\":\"(RX-[^\"]+)\".*", "$1");
        assertThat(analyst.getForObject("/api/v1/policy-exceptions?customerId=" + exception.customer(), String.class)).contains("\"number\":\"" + number)
                .contains("\"before\":\"CREDIT_MANAGER\"").contains("\"mayAskRenewal\":false");
        String task = bank.tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
        assertThat(rest.withBasicAuth("manager", "shouxin-demo").getForObject("/api/v1/tasks/" + task + "/case-file", String.class))
                .contains("\"renewal\":{\"id\":\"" + number).contains("\"sha256\":\"" + view(number).sha256());
        assertThat(analyst.postForEntity("/api/v1/policy-exceptions/NOPE/renewal-request", wish, String.class).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** An exception from the bank's gravest rules, approved by the committee for thirty days. */
    private PolicyException approved() {
        ApplicationCase file = excepted(new CreditReport(bank.clock.today(), 0, 0, 0, Money.cny("8000000"), Money.cny("0"), 1, true, false, "SQ-XQ-2", "测试征信机构"),
                "DEFAULT_RECORDED").offered();
        return exceptions.all(file.id()).get(0);
    }

    private ApplicationCase excepted(CreditReport report, String rule) {
        ApplicationCase file = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking("500000").withDocuments();
        bank.creditReports.record(file.customer(), report, ANALYST).orElseThrow();
        file.assessed();
        exceptions.ask(file.id(), new AskPolicyException("knock-out", rule, 0, null, ExceptionReason.PASSING_CAUSE, "记录系系统扣款失败所致，现已全部结清。",
                Compensation.ADDITIONAL_SECURITY, "追加法定代表人住宅抵押", day(30)), ANALYST).orElseThrow();
        return file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON"));
    }

    private String asked(PolicyException exception, int days) {
        String number = bank.hands.start("analyst", "policy-exception-renewal", form(exception, days));
        bank.hands.runSteps();
        return number;
    }

    private Map<String, Object> form(PolicyException exception, int days) {
        return Map.of("exceptionId", exception.id().value(), "until", day(days).toString(), "reason", REASON);
    }

    private Map<String, Object> amended(int days) {
        return Map.of("withdrawn", false, "until", day(days).toString(), "reason", REASON);
    }

    private LocalDate day(int days) {
        return bank.clock.today().plusDays(days);
    }

    private void beforeTheCommittee(String number) {
        List.of("manager", "senior", "director").forEach(officer -> decide(officer, number, Verdict.APPROVE));
    }

    private void vote(String number, Verdict verdict) {
        for (int member = 1; member <= 5 && bank.hands.openTasks(number).contains("user_vote-as-committee-member"); member++) {
            decide("committee" + member, number, verdict);
        }
    }

    private void decide(String officer, String number, Verdict verdict) {
        String task = bank.hands.openTasks(number).iterator().next();
        bank.hands.complete(officer, number, task, Forms.decision(verdict, approval(number).subjectHash()));
        bank.hands.runSteps();
    }

    private ApprovalCaseView approval(String number) {
        List<ApprovalCaseView> all = bank.approvals.history(ExceptionRenewalDesk.SUBJECT, number);
        return all.get(all.size() - 1);
    }

    private ExceptionRenewal view(String number) {
        return desk.find(new ExceptionRenewalId(number)).orElseThrow();
    }

    private PolicyException now(PolicyException exception) {
        return exceptions.find(exception.id()).orElseThrow();
    }

    private List<String> trail(PolicyException exception) {
        return bank.audit.of(exception.application().value()).stream().map(entry -> entry.act()).toList();
    }
}
