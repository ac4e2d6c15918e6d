package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.adjustment.LimitChangeCause;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.integration.PathForecasts;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.Compensation;
import io.shouxin.policyexception.ExceptionReason;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.shouxin.rating.RatingReruns;
import io.shouxin.receipt.ReceiptDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules set aside for a case: asked for, approved and refused with it, changed, ended and revoked. */
@ApplicationTest
@ProcessTest
class PolicyExceptionPathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final String KNOCK_OUT = "knock-out";
    private static final String PAST_OVERDUE = "SEVERE_PAST_OVERDUE";

    @Autowired
    private Bank bank;
    @Autowired
    private PolicyExceptionDesk desk;
    @Autowired
    private PolicyExceptionCourse course;
    @Autowired
    private PathForecasts forecasts;
    @Autowired
    private RatingReruns reruns;
    @Autowired
    private ReceiptDesk receipts;
    @Autowired
    private CreditReports reports;

    @Test
    void aKnockOutRuleThatMayBeExceptedWaitsForTheAnalystInsteadOfEndingTheCase() {
        ApplicationCase file = knockedOut("500000");

        assertThat(file).waitsAt("user_consider-exceptions").hasStatus(ApplicationStatus.IN_ASSESSMENT).hasNeverHeldALimit();
        assertThat(desk.broken(file.id())).anySatisfy(rule -> {
            assertThat(rule.policy()).isEqualTo(KNOCK_OUT);
            assertThat(rule.rule()).isEqualTo(PAST_OVERDUE);
            assertThat(rule.row()).isEqualTo("knock_out_severe_past_overdue");
            assertThat(rule.caseHas()).isEqualTo("maxDaysPastDue24m=200");
            assertThat(rule.exception().tier()).isEqualTo(Tier.RISK_DIRECTOR);
        });
        assertThat(codesOf(() -> file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON"))))
                .containsExactly("POLICY_EXCEPTIONS_MISSING at verdict");
        file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "END"));
        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor(PAST_OVERDUE);
    }

    @Test
    void anExceptionAskedForGoesOnBeforeItsTierAndIsApprovedWithTheCase() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file);

        assertThat(file).waitsAt("user_decide-as-credit-manager").hasNotPassed("service_approve-straight-through");
        assertThat(file.proposal().exceptions()).extracting(ExceptedRule::number).containsExactly(asked.id().value());
        assertThat(file.proposal().obstacles()).contains("POLICY_EXCEPTION");
        assertThat(file.proposal().madeBy()).contains(ANALYST);
        ApprovalCaseView approval = last(file);
        assertThat(approval.tiers()).containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER, Tier.RISK_DIRECTOR);
        PathForecasts.Expected path = bank.hands.as("analyst", () -> forecasts.of(file.id()));
        assertThat(path.raised()).isEqualTo(Tier.RISK_DIRECTOR);
        assertThat(path.exceptions()).containsExactly(asked.id().value());
        assertThat(reruns.rerun(file.proposal().ratingId()).orElseThrow().differences()).isEmpty();

        file.offered();
        PolicyException approved = desk.find(asked.id()).orElseThrow();
        assertThat(approved.status()).isEqualTo(PolicyExceptionStatus.APPROVED);
        assertThat(approved.approvalCase()).isEqualTo(approval.id());
        assertThat(approved.approvedTier()).isEqualTo(Tier.RISK_DIRECTOR);
        assertThat(approved.inForceFrom()).isEqualTo(bank.clock.today());
        assertThat(new String(receipts.of(approval.id()).orElseThrow().file(), java.nio.charset.StandardCharsets.UTF_8)).contains("policyExceptions", asked.id().value());
        assertThat(bank.audit.of(file.number())).extracting(entry -> entry.act()).contains("POLICY_EXCEPTION_ASKED", "POLICY_EXCEPTION_APPROVED");
    }

    @Test
    void decliningTheCaseRefusesItsExceptions() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file).decidedBy("manager", Verdict.DECLINE);

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED);
        assertThat(desk.find(asked.id()).orElseThrow().status()).isEqualTo(PolicyExceptionStatus.REFUSED);
    }

    @Test
    void aChangedExceptionVoidsWhatWasDecidedBefore() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file).decidedBy("manager", Verdict.APPROVE).complete("senior", "user_decide-as-senior-credit-manager",
                Forms.decision(Verdict.RETURN, file.proposal().sha256()));
        String before = file.proposal().sha256();
        assertThat(desk.find(asked.id()).orElseThrow().status()).as("a return decides nothing").isEqualTo(PolicyExceptionStatus.ASKED);

        desk.amend(asked.id(), terms(PAST_OVERDUE, Compensation.CLOSER_REVIEW, 60), ANALYST).orElseThrow();
        file.assessed();
        assertThat(file.proposal().sha256()).isNotEqualTo(before);
        assertThat(file.proposal().exceptions()).as("it is judged on the new terms").singleElement().satisfies(rule -> {
            assertThat(rule.compensation()).isEqualTo(Compensation.CLOSER_REVIEW.name());
            assertThat(rule.until()).isEqualTo(bank.clock.today().plusDays(60));
        });
        assertThat(file).waitsAt("user_decide-as-credit-manager");
        assertThat(codesOf(() -> file.complete("manager", "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, before))))
                .containsExactly("PROPOSAL_CHANGED");
        assertThat(last(file).standing()).isEmpty();
    }

    @Test
    void anApproverShortensOnlyWithConditionsAndOnlyToAnEarlierDay() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file);
        Map<String, Object> conditional = Forms.with(Forms.decision(Verdict.CONDITIONAL, file.proposal().sha256()), "conditions", List.of("追加股东保证"));
        String early = bank.clock.today().plusDays(20).toString();
        List<Map<String, Object>> shorter = List.of(Map.of("exception", asked.id().value(), "until", early));

        assertThat(codesOf(() -> decide(file, Forms.with(Forms.decision(Verdict.APPROVE, file.proposal().sha256()), "exceptions", shorter))))
                .containsExactly("SHORTENED_WITHOUT_CONDITIONS at exceptions[0]");
        assertThat(codesOf(() -> decide(file, Forms.with(conditional, "exceptions", List.of(Map.of("exception", asked.id().value(),
                "until", asked.untilAsked().plusDays(1).toString())))))).containsExactly("POLICY_EXCEPTION_NOT_SHORTER at exceptions[0]");
        assertThat(codesOf(() -> decide(file, Forms.with(conditional, "exceptions", List.of(Map.of("exception", "PX-2026-999999", "until", early))))))
                .containsExactly("POLICY_EXCEPTION_UNKNOWN at exceptions[0]");
        assertThat(desk.find(asked.id()).orElseThrow().shortened()).isNull();

        decide(file, Forms.with(conditional, "exceptions", shorter));
        file.offered();
        assertThat(desk.find(asked.id()).orElseThrow().until()).isEqualTo(early);
        assertThat(desk.find(asked.id()).orElseThrow().status()).isEqualTo(PolicyExceptionStatus.APPROVED);
    }

    @Test
    void anExceptionEndsByItselfTellsTheManagerAndSuggestsALowerLimit() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file).active();
        assertThat(file).hasStatus(ApplicationStatus.ACTIVE);
        assertThat(course.endOverdue()).as("its day is not over").extracting(PolicyException::id).doesNotContain(asked.id());

        bank.engineClock.moveOn(Duration.ofDays(32));
        assertThat(course.endOverdue()).extracting(PolicyException::id).contains(asked.id());
        assertThat(course.endOverdue()).as("once").extracting(PolicyException::id).doesNotContain(asked.id());
        PolicyException ended = desk.find(asked.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(PolicyExceptionStatus.ENDED);
        assertThat(ended.fulfilled()).isFalse();
        assertThat(bank.messages.inbox(new PersonId("rm"))).anyMatch(message -> message.code().equals("POLICY_EXCEPTION_ENDED")
                && message.values().get("exception").equals(asked.id().value()));
        LimitChangeView suggested = bank.limitChanges.of(file.customer()).get(0);
        assertThat(suggested.cause()).isEqualTo(LimitChangeCause.POLICY_EXCEPTION);
        assertThat(suggested.kind()).isEqualTo(LimitChangeKind.DECREASE);
        assertThat(suggested.causeReference()).contains(asked.id().value());
        assertThat(suggested.reason()).as("kept so that everybody reads it in his language").isEqualTo("reason." + PAST_OVERDUE);
    }

    @Test
    void whatIsFulfilledBeforeItsDaySuggestsNothing() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        goOn(file).active();

        assertThat(codesOf(() -> course.fulfil(asked.id(), "已结清并取得证明", new PersonId("manager")).orElseThrow())).containsExactly("MAY_NOT_FULFIL_POLICY_EXCEPTION");
        assertThat(codesOf(() -> course.fulfil(asked.id(), "好", new PersonId("rm")).orElseThrow())).containsExactly("TEXT_TOO_SHORT at reason");
        assertThat(course.fulfil(asked.id(), "已结清并取得证明", new PersonId("rm")).orElseThrow().fulfilled()).isTrue();
        assertThat(bank.limitChanges.of(file.customer())).isEmpty();
    }

    @Test
    void isRevokedByWhoApprovedItOrAboveAndByNobodyElse() {
        ApplicationCase file = knockedOut("500000");
        PolicyException asked = ask(file);
        assertThat(codesOf(() -> course.revoke(asked.id(), "风险上升，撤销例外", new PersonId("director")).orElseThrow())).containsExactly("MAY_NOT_REVOKE_POLICY_EXCEPTION");
        goOn(file).offered();

        for (String barred : List.of("analyst", "rm", "auditor", "legal")) {
            assertThat(codesOf(() -> course.revoke(asked.id(), "风险上升，撤销例外", new PersonId(barred)).orElseThrow())).as(barred)
                    .containsExactly("MAY_NOT_REVOKE_POLICY_EXCEPTION");
        }
        assertThat(codesOf(() -> course.revoke(asked.id(), " ", new PersonId("director")).orElseThrow())).containsExactly("TEXT_TOO_SHORT at reason");
        assertThat(course.revoke(asked.id(), "风险上升，撤销例外", new PersonId("manager")).orElseThrow().status()).as("she approved at her tier")
                .isEqualTo(PolicyExceptionStatus.REVOKED);
        assertThat(codesOf(() -> course.revoke(asked.id(), "风险上升，撤销例外", new PersonId("director")).orElseThrow())).containsExactly("POLICY_EXCEPTION_NOT_NOW");
    }

    @Test
    void ofTwoWhoAskAtOnceOneIsAnsweredAndOneIsTold() throws Exception {
        ApplicationCase file = knockedOut("500000");
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> asked = List.of(1, 2).stream().map(one -> both.submit(() -> {
            start.await();
            try {
                return desk.ask(file.id(), terms(PAST_OVERDUE, Compensation.ADDITIONAL_SECURITY, 30), ANALYST).map(done -> "DONE").orElseThrow();
            } catch (RefusedException refused) {
                return refused.refusals().get(0).code();
            }
        })).toList();
        start.countDown();

        assertThat(List.of(asked.get(0).get(), asked.get(1).get())).containsExactlyInAnyOrder("DONE", "POLICY_EXCEPTION_ALREADY_ASKED");
        assertThat(desk.all(file.id())).hasSize(1);
        both.shutdown();
    }

    @Test
    void aMissingPaperMayFollowLaterAndIsDueAgainWhenTheExceptionEnds() {
        ApplicationCase file = bank.anApplication().asking("500000").submitted();
        assertThat(file).waitsAt("user_upload-documents");
        assertThat(codesOf(() -> desk.ask(file.id(), paper("BUSINESS_LICENCE"), new PersonId("rm")).orElseThrow())).containsExactly("RULE_NOT_EXCEPTABLE at rule");
        PolicyException asked = desk.ask(file.id(), paper("TAX_CERTIFICATE"), new PersonId("rm")).orElseThrow();
        bank.documents.checklist(file.number()).orElseThrow().awaitedFromCustomer().forEach(kind -> file.upload(file.applicant(), kind, kind + ".pdf", ApplicationCase.PDF));
        file.complete(file.applicant(), "user_upload-documents", Map.of());
        file.withDocuments().assessed();

        assertThat(file.proposal().exceptions()).extracting(ExceptedRule::rule).containsExactly("TAX_CERTIFICATE");
        assertThat(file).hasNotPassed("service_approve-straight-through").waitsAt("user_decide-as-credit-manager");
        file.active();
        bank.engineClock.moveOn(Duration.ofDays(31));
        course.endOverdue();
        assertThat(desk.find(asked.id()).orElseThrow().fulfilled()).isFalse();
        assertThat(bank.documents.checklist(file.number()).orElseThrow().outstanding()).containsExactly("TAX_CERTIFICATE");
    }

    @Test
    void moreThanTheProductCapIsLentWithAnExceptionAndNotBeyondWhatThePolicyPermits() {
        ApplicationCase file = bank.anApplication().of(Firm.firm().ofScale(10)).asking("4000000").decidedBy("manager", Verdict.RETURN);
        int standard = file.proposal().facilities().get(0).tenorMonths();
        assertThat(codesOf(() -> desk.ask(file.id(), tenor("61"), ANALYST).orElseThrow())).containsExactly("PERMITTED_VALUE_OUT_OF_RANGE at permitted");
        assertThat(codesOf(() -> desk.ask(file.id(), tenor("36"), ANALYST).orElseThrow())).containsExactly("PERMITTED_VALUE_OUT_OF_RANGE at permitted");
        desk.ask(file.id(), tenor("48"), ANALYST).orElseThrow();
        file.assessed();

        assertThat(standard).isEqualTo(12);
        assertThat(file.proposal().facilities().get(0).tenorMonths()).isEqualTo(48);
        assertThat(last(file).tiers()).contains(Tier.RISK_DIRECTOR);
    }

    @Test
    void lessCoverThanThePolicyAsksIsLentOnWithAnException() {
        ApplicationCase file = acceptanceWithoutCover();
        assertThat(file).waitsAt("user_consider-exceptions");
        AskPolicyException cover = new AskPolicyException("security-requirements", "COVERAGE", 1, new BigDecimal("0.21"), ExceptionReason.KEY_CUSTOMER,
                "客户为核心配套企业，保证金正在补足。", Compensation.COVENANT, "三十日内补足保证金", bank.clock.today().plusDays(90));
        desk.ask(file.id(), cover, ANALYST).orElseThrow();
        goOn(file);

        assertThat(file.proposal().amount()).as("142,500 / 0.21").isEqualTo(Money.cny("670000"));
        assertThat(last(file).tiers()).contains(Tier.RISK_DIRECTOR);
    }

    @Test
    void wrongInputIsRefusedBesideItsFieldAndKeepsNothing() {
        ApplicationCase file = knockedOut("500000");
        AskPolicyException bare = new AskPolicyException(KNOCK_OUT, PAST_OVERDUE, null, new BigDecimal("5"), null, "短", null, null, bank.clock.today().plusDays(366));
        assertThat(codesOf(() -> desk.ask(file.id(), bare, ANALYST).orElseThrow())).containsExactly("PERMITTED_VALUE_WITHOUT_RULE at permitted",
                "FIELD_REQUIRED at reasonCode", "TEXT_TOO_SHORT at reason", "COMPENSATION_NEEDED at compensation", "POLICY_EXCEPTION_UNTIL at until");
        assertThat(codesOf(() -> desk.ask(file.id(), terms("OVERDUE_OVER_90_DAYS", Compensation.COVENANT, 30), ANALYST).orElseThrow())).containsExactly("RULE_NOT_EXCEPTABLE at rule");
        assertThat(codesOf(() -> desk.ask(file.id(), terms("INSOLVENT", Compensation.COVENANT, 30), ANALYST).orElseThrow())).containsExactly("RULE_NOT_BROKEN at rule");
        assertThat(codesOf(() -> desk.ask(file.id(), terms("NO_SUCH_RULE", Compensation.COVENANT, 30), ANALYST).orElseThrow())).containsExactly("RULE_NOT_EXCEPTABLE at rule");
        assertThat(codesOf(() -> desk.ask(file.id(), terms(PAST_OVERDUE, Compensation.COVENANT, 30), new PersonId("manager")).orElseThrow())).containsExactly("MAY_NOT_ASK_POLICY_EXCEPTION");
        assertThat(codesOf(() -> desk.ask(file.id(), terms(PAST_OVERDUE, Compensation.COVENANT, 30), new PersonId("rm")).orElseThrow())).containsExactly("MAY_NOT_ASK_POLICY_EXCEPTION");
        assertThat(desk.all(file.id())).isEmpty();
        PolicyException asked = ask(file);
        assertThat(codesOf(() -> ask(file))).containsExactly("POLICY_EXCEPTION_ALREADY_ASKED at rule");
        assertThat(desk.withdraw(asked.id(), "客户改变计划", ANALYST).orElseThrow().status()).isEqualTo(PolicyExceptionStatus.WITHDRAWN);
        goOnRefused(file);
    }

    private void goOnRefused(ApplicationCase file) {
        assertThat(codesOf(() -> file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON")))).containsExactly("POLICY_EXCEPTIONS_MISSING at verdict");
    }

    /** A firm that was past due for 200 days within two years and has paid since. */
    private ApplicationCase knockedOut(String amount) {
        ApplicationCase file = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking(amount).withDocuments();
        reports.record(file.customer(), new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-PX-" + file.number(), "测试征信机构"), ANALYST).orElseThrow();
        return file.assessed();
    }

    private ApplicationCase acceptanceWithoutCover() {
        ApplicationCase file = bank.anApplication().asking("2000000").started();
        Map<String, Object> offered = Map.of("type", "PLEDGE", "description", "担保一项", "value", "9000000");
        file.complete(file.applicant(), "user_complete-application", Forms.application(Forms.with(Forms.facility("2000000", List.of(offered)),
                "product", "BANK_ACCEPTANCE", "tenorMonths", 6), null));
        file.withDocuments().complete("analyst", "user_enter-data", Map.of());
        Map<String, Object> deposit = Forms.with(Map.of(), "facility", 1, "offer", 1, "kind", "DEPOSIT", "value", "150000", "currency", "CNY",
                "valuedOn", bank.clock.today().toString(), "valuer", "BANK", "priorClaims", "0", "rank", 1, "owner", "CUSTOMER", "evidence", "查验原件");
        return file.complete("analyst", "user_assess-qualification", Forms.with(Forms.qualification("QUALIFIED", "STRONG"), "security", List.of(deposit)));
    }

    private PolicyException ask(ApplicationCase file) {
        return desk.ask(file.id(), terms(PAST_OVERDUE, Compensation.ADDITIONAL_SECURITY, 30), ANALYST).orElseThrow();
    }

    private ApplicationCase goOn(ApplicationCase file) {
        return file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON"));
    }

    private void decide(ApplicationCase file, Map<String, Object> form) {
        file.complete("manager", "user_decide-as-credit-manager", form);
    }

    private AskPolicyException terms(String rule, Compensation compensation, int days) {
        return new AskPolicyException(KNOCK_OUT, rule, 0, null, ExceptionReason.PASSING_CAUSE, "逾期系系统扣款失败所致，现已全部结清。", compensation,
                "追加法定代表人住宅抵押", bank.clock.today().plusDays(days));
    }

    private AskPolicyException paper(String kind) {
        return new AskPolicyException("document-checklist", kind, 0, null, ExceptionReason.PAPER_UNDER_WAY, "税务机关正在开具，已取得受理回执。", null, null,
                bank.clock.today().plusDays(30));
    }

    private AskPolicyException tenor(String months) {
        return new AskPolicyException("product-terms", "MAX_TENOR_WORKING_CAPITAL_LOAN", 1, new BigDecimal(months), ExceptionReason.RISK_COVERED,
                "经营现金流回收周期为四年，附合同为证。", Compensation.CLOSER_REVIEW, "每季检查回款", bank.clock.today().plusDays(90));
    }

    private static ApprovalCaseView last(ApplicationCase file) {
        return file.approvals().get(file.approvals().size() - 1);
    }
}
