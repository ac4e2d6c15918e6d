package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.adjustment.LimitChangeCause;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.identity.Role;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.BreachProposal;
import io.shouxin.monitoring.BreachSearch;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestStatus;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.ReliefDesk;
import io.shouxin.monitoring.ReliefStatus;
import io.shouxin.monitoring.ReliefView;
import io.shouxin.monitoring.ReportValue;
import io.shouxin.monitoring.TestDesk;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.review.ReviewView;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Covenants from the signed agreement to the test, and from a breach to the case: met, cured, put off, waived, breached. */
@ApplicationTest
@ProcessTest
class CovenantPathsTest {

    private static final String TASK = "user_test-covenant";
    private static final String CHINESE = "[\\p{IsHan}：；，（）]";

    @Autowired private Bank bank;
    @Autowired private CovenantBook book;
    @Autowired private TestDesk desk;
    @Autowired private ReliefDesk reliefs;
    @Autowired private BreachDesk breaches;
    @Autowired private ConditionChecks conditions;
    @Autowired private RuntimeService engine;

    @Test
    void aKeptCovenantIsMetOnTheFiguresOfTheDayAndTheNextTestIsPlanned() {
        ApplicationCase file = bank.anApplication().active();
        assertThat(book.tests(file.id())).extracting(test -> test.terms().code()).containsExactlyInAnyOrder("QUARTERLY_STATEMENTS", "DEBT_RATIO", "NO_NEW_GUARANTEES");
        assertThat(book.tests(file.id())).allSatisfy(test -> assertThat(test.status()).isEqualTo(CovenantTestStatus.PLANNED));
        assertThat(file.agreement().sheet().tested()).isEqualTo(file.agreement().terms().covenants());

        CovenantTestView due = due(file, "DEBT_RATIO");
        statement(file, due.periodEnd(), "6000000", StatementBasis.SELF_REPORTED);
        assertThat(bank.messages.inbox(new PersonId(file.applicant()))).extracting("code").contains("COVENANT_TEST_COMING");
        record(due, Map.of());

        CovenantTestView met = book.test(due.id()).orElseThrow();
        assertThat(met.status()).isEqualTo(CovenantTestStatus.MET);
        assertThat(met.cured()).isFalse();
        assertThat(met.figures().orElseThrow().value()).contains(new BigDecimal("0.600000"));
        assertThat(met.headroom().orElseThrow()).isEqualByComparingTo("0.15");
        assertThat(bank.hands.openTasks(due.id())).isEmpty();
        assertThat(book.history(due.covenant().id())).extracting(CovenantTestView::status).containsExactly(CovenantTestStatus.PLANNED, CovenantTestStatus.MET);
        assertThat(bank.audit.of(file.number())).extracting("act").contains("COVENANT_ENTERED", "COVENANT_NOTICE", "COVENANT_MET");
        assertThat(breaches.of(file.customer())).isEmpty();
    }

    @Test
    void withoutAStatementNothingPassesAndALateOneCuresWithinTheGrace() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        record(due, Map.of("reported", "0.60", "remark", "客户邮件确认"));
        assertThat(book.test(due.id()).orElseThrow().status()).as("a reported value alone proves nothing").isEqualTo(CovenantTestStatus.IN_GRACE);
        assertThat(bank.hands.openTasks(due.id())).containsExactly(TASK);

        String shown = hash(due);
        statement(file, due.periodEnd(), "6000000", StatementBasis.SELF_REPORTED);
        assertThat(codesOf(() -> bank.hands.complete("analyst", due.id(), TASK, Map.of("figuresHash", shown)))).containsExactly("FIGURES_CHANGED at figuresHash");
        record(due, Map.of());
        assertThat(book.test(due.id()).orElseThrow()).satisfies(met -> {
            assertThat(met.status()).isEqualTo(CovenantTestStatus.MET);
            assertThat(met.cured()).isFalse();
        });
    }

    @Test
    void aShortfallCuredInTheGraceIsRecordedAsCured() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        statement(file, due.periodEnd(), "8000000", StatementBasis.SELF_REPORTED);
        record(due, Map.of());
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.IN_GRACE);
        assertThat(bank.messages.inbox(new PersonId(file.applicant()))).extracting("code").contains("COVENANT_SHORTFALL");

        bank.letPass(Duration.ofDays(3), due.id());
        statement(file, due.periodEnd(), "7000000", StatementBasis.AUDITED);
        record(due, Map.of());
        assertThat(book.test(due.id()).orElseThrow()).satisfies(met -> {
            assertThat(met.status()).isEqualTo(CovenantTestStatus.MET);
            assertThat(met.cured()).isTrue();
        });
        assertThat(bank.audit.of(file.number())).extracting("act").contains("COVENANT_CURED");
    }

    @Test
    void aBreachOpensOneCaseThatGoesByTheChangeOfTheLimit() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        statement(file, due.periodEnd(), "9500000", StatementBasis.SELF_REPORTED);
        record(due, Map.of());
        untilAfter(due);

        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.BREACHED);
        BreachCaseView opened = breaches.of(file.customer()).get(0);
        assertThat(opened.open()).isTrue();
        assertThat(opened.proposal()).isEqualTo(BreachProposal.DECREASE);
        assertThat(opened.causes()).singleElement().satisfies(cause -> {
            assertThat(cause.source()).isEqualTo(due.id());
            assertThat(cause.missedBy()).isEqualByComparingTo("0.266667");
            assertThat(cause.reason().chinese()).contains("违反约定：资产负债率不高于 75.00%", "系统取数 95.00%", due.id());
            assertThat(cause.reason().english()).contains("Not kept: ", "75.00%", "the bank's figure 95.00%", due.id()).doesNotContainPattern(CHINESE);
        });
        LimitChangeView change = bank.limitChanges.find(new LimitChangeId(opened.reference())).orElseThrow();
        assertThat(change.cause()).isEqualTo(LimitChangeCause.BREACH);
        assertThat(change.kind()).isEqualTo(LimitChangeKind.DECREASE);
        assertThat(change.account().number()).isEqualTo(opened.facility().value());
        assertThat(change.reason()).contains("违反约定：", due.id());
        assertThat(change.reasonEn()).as("the suggestion, for who reads English").hasValueSatisfying(said -> assertThat(said).contains("Not kept: ", due.id()).doesNotContainPattern(CHINESE));
        assertThat(bank.hands.openTasks(opened.reference())).containsExactly("user_consider-change");
        assertThat(breaches.covenantBreached(due.id()).orElseThrow()).as("repeated, it answers alike").extracting(BreachCaseView::id).containsExactly(opened.id());

        bank.hands.complete("analyst", opened.reference(), "user_consider-change", Map.of("withdrawn", true, "remark", "客户已承诺增资并提供证明"));
        bank.hands.runSteps();
        assertThat(breaches.find(opened.id()).orElseThrow()).satisfies(settled -> {
            assertThat(settled.open()).isFalse();
            assertThat(settled.outcome()).isEqualTo(LimitChangeStatus.WITHDRAWN.name());
        });
    }

    @Test
    void missingStatementsBreachTheDutyToInformAndASecondBreachJoinsTheOpenCase() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView informing = due(file, "QUARTERLY_STATEMENTS");
        untilAfter(informing);
        assertThat(book.test(informing.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.NOT_TESTABLE);
        BreachCaseView opened = breaches.of(file.customer()).get(0);
        assertThat(opened.proposal()).isEqualTo(BreachProposal.REVIEW);
        ReviewView review = bank.reviews.find(new ReviewId(opened.reference())).orElseThrow();
        assertThat(review.trigger()).isEqualTo(ReviewTrigger.BREACH);

        CovenantTestView figure = due(file, "DEBT_RATIO");
        untilAfter(figure);
        assertThat(book.test(figure.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.NOT_TESTABLE);
        List<BreachCaseView> all = breaches.of(file.customer());
        assertThat(all).hasSize(1);
        assertThat(all.get(0).causes()).extracting(BreachCaseView.Cause::source).containsExactlyInAnyOrder(informing.id(), figure.id());
        assertThat(bank.audit.of(file.number())).extracting("act").contains("BREACH_CASE_OPENED", "BREACH_JOINED_CASE", "BREACH_REVIEW_OPENED");
    }

    @Test
    void aTestIsPutOffByTheRightTierAndTestedOnTheLaterDay() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        LocalDate today = bank.clock.today();
        assertThat(codesOf(() -> ask(due, "DEFERRAL", today.plusDays(31), "审计报告尚未出具"))).containsExactly("DEFERRAL_TOO_LONG at until");
        assertThat(codesOf(() -> ask(due, "DEFERRAL", today, "审计报告尚未出具"))).containsExactly("DEFERRAL_NOT_LATER at until");
        assertThat(codesOf(() -> ask(due, "DEFERRAL", null, "审计报告尚未出具"))).containsExactly("DEFERRAL_DAY_MISSING at until");
        assertThat(codesOf(() -> ask(due, "DEFERRAL", today.plusDays(20), "无"))).containsExactly("RELIEF_NEEDS_REASON at reason");
        ask(due, "DEFERRAL", today.plusDays(20), "审计报告尚未出具");
        bank.hands.complete("manager", due.id(), "user_decide-relief", Map.of("granted", true, "reason", "理由成立，同意延期"));

        CovenantTestView later = book.test(due.id()).orElseThrow();
        assertThat(later.status()).isEqualTo(CovenantTestStatus.DEFERRED);
        assertThat(later.days().testOn()).isAfterOrEqualTo(today.plusDays(20));
        assertThat(later.firstTestOn()).isEqualTo(due.days().testOn());
        assertThat(bank.hands.openTasks(due.id())).isEmpty();

        bank.letPass(Duration.ofDays(ChronoUnit.DAYS.between(today, later.days().testOn())), due.id());
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.OPEN);
        statement(file, due.periodEnd(), "6000000", StatementBasis.AUDITED);
        record(due, Map.of());
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.MET);
        assertThat(reliefs.of(due.id())).extracting(ReliefView::status).containsExactly(ReliefStatus.GRANTED);
    }

    @Test
    void aWaiverTakesTheAuthorityOfThePolicyAndFourEyes() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        String both = bank.login("分析师兼高级经理", Role.ANALYST, Role.SENIOR_CREDIT_MANAGER);
        bank.hands.complete(both, due.id(), TASK, Map.of("relief", Map.of("kind", "WAIVER", "reason", "重组期间指标失真")));
        assertThat(codesOf(() -> bank.hands.complete(both, due.id(), "user_decide-relief", Map.of("granted", true, "reason", "同意豁免一次"))))
                .containsExactly("RELIEF_ASKED_BY_YOURSELF");
        bank.tasks.setAssignee(bank.tasks.createTaskQuery().processInstanceBusinessKey(due.id()).singleResult().getId(), null);
        assertThat(codesOf(() -> bank.hands.complete("manager", due.id(), "user_decide-relief", Map.of("granted", true, "reason", "同意豁免一次"))))
                .containsExactly("RELIEF_NEEDS_AUTHORITY");
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.OPEN);
        bank.tasks.setAssignee(bank.tasks.createTaskQuery().processInstanceBusinessKey(due.id()).singleResult().getId(), null);
        bank.hands.complete("senior", due.id(), "user_decide-relief", Map.of("granted", true, "reason", "同意豁免一次"));
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.WAIVED);
        assertThat(bank.hands.openTasks(due.id())).isEmpty();
        assertThat(bank.audit.of(file.number())).extracting("act").contains("COVENANT_RELIEF_ASKED", "COVENANT_WAIVED");
    }

    @Test
    void aRequestNobodyDecidesLapsesWithTheGrace() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        ask(due, "WAIVER", null, "重组期间指标失真");
        untilAfter(due);
        assertThat(reliefs.of(due.id())).extracting(ReliefView::status).containsExactly(ReliefStatus.LAPSED);
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.NOT_TESTABLE);
    }

    @Test
    void aNearMissOfASoundCustomerIsProposedForAWaiverAndReviewedWhenDenied() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        statement(file, due.periodEnd(), "7600000", StatementBasis.SELF_REPORTED);
        record(due, Map.of());
        untilAfter(due);
        assertThat(breaches.of(file.customer())).isEmpty();
        assertThat(bank.hands.openTasks(due.id())).containsExactly("user_decide-proposed-waiver");
        assertThat(reliefs.of(due.id()).get(0).reason()).satisfies(why -> {
            assertThat(why.in(Locale.CHINESE)).startsWith("违反约定：");
            assertThat(why.in(Locale.ENGLISH)).startsWith("Not kept: ").doesNotContainPattern(CHINESE);
        });

        bank.hands.complete("senior", due.id(), "user_decide-proposed-waiver", Map.of("granted", false, "reason", "连续上升，应当复评"));
        bank.hands.runSteps();
        assertThat(breaches.of(file.customer())).singleElement().satisfies(opened -> assertThat(opened.proposal()).isEqualTo(BreachProposal.REVIEW));
        assertThat(bank.hands.openTasks(due.id())).isEmpty();
    }

    @Test
    void aReportThatDiffersIsExplainedAndTheWorseValueCounts() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        statement(file, due.periodEnd(), "7000000", StatementBasis.SELF_REPORTED);
        assertThat(desk.report(due.id(), new ReportValue(new BigDecimal("0.76"), null, "按管理报表计算"), new PersonId(file.applicant())).isDone()).isTrue();
        assertThat(codesOf(() -> record(due, Map.of()))).containsExactly("DIFFERENCE_UNEXPLAINED at remark");
        assertThat(codesOf(() -> record(due, Map.of("reported", "0.1234567", "remark", "录入有误的数值")))).containsExactly("REPORTED_MALFORMED at reported");
        record(due, Map.of("remark", "客户未抵销内部往来"));
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.IN_GRACE);

        String stranger = bank.loginFor(bank.enter(Firm.firm()), "旁人");
        assertThat(desk.report(due.id(), new ReportValue(new BigDecimal("0.5"), null, "与本户无关的人"), new PersonId(stranger)).refusals()).extracting("code")
                .containsExactly("MAY_NOT_REPORT");
    }

    @Test
    void ofTwoStatementsAtOnceTheAuditedOneIsTested() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "DEBT_RATIO");
        LocalDate end = due.periodEnd();
        statement(file, end, "6000000", StatementBasis.SELF_REPORTED);
        statement(file, end, "8000000", StatementBasis.AUDITED);
        record(due, Map.of());
        assertThat(book.test(due.id()).orElseThrow()).satisfies(test -> {
            assertThat(test.status()).isEqualTo(CovenantTestStatus.IN_GRACE);
            assertThat(test.figures().orElseThrow().statements()).containsExactly(end + "/12/AUDITED");
        });
    }

    @Test
    void conductIsToldInWordsWithEvidence() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView due = due(file, "NO_NEW_GUARANTEES");
        assertThat(codesOf(() -> record(due, Map.of()))).containsExactly("VERDICT_MISSING at kept");
        assertThat(codesOf(() -> record(due, Map.of("kept", true, "remark", "无")))).containsExactly("EVIDENCE_NEEDED at remark");
        record(due, Map.of("kept", true, "remark", "已查征信报告，无新增担保"));
        assertThat(book.test(due.id()).orElseThrow().status()).isEqualTo(CovenantTestStatus.MET);
    }

    @Test
    void aBrokenConditionOpensACaseToo() {
        ApplicationCase file = bank.anApplication().active();
        ConditionCheckView account = conditions.of(file.id()).stream().filter(check -> check.condition().equals("SETTLEMENT_ACCOUNT_OPENED")).findFirst().orElseThrow();
        file.letPass(Duration.ofDays(93));
        morning();
        bank.hands.complete("analyst", account.id(), "user_check-condition", Map.of("met", false, "remark", "近三个月无回款入账"));
        bank.hands.runSteps();

        assertThat(breaches.of(file.customer())).filteredOn(each -> each.causes().get(0).source().equals(account.id())).singleElement().satisfies(opened -> {
            assertThat(opened.proposal()).isEqualTo(BreachProposal.SECURITY);
            assertThat(opened.reference()).startsWith("RV-");
            assertThat(opened.causes().get(0).reason().in(Locale.ENGLISH)).startsWith("Standing condition no longer met: ").contains("近三个月无回款入账");
        });
    }

    @Test
    void aHeavierBreachThatJoinsIsBroughtToWhoWorksOnTheOpenCase() {
        ApplicationCase file = bank.anApplication().active();
        CovenantTestView informing = due(file, "QUARTERLY_STATEMENTS");
        untilAfter(informing);
        BreachCaseView opened = breaches.of(file.customer()).get(0);
        assertThat(opened.proposal()).isEqualTo(BreachProposal.REVIEW);
        assertThat(bank.told("analyst", file.number())).doesNotContain("BREACH_CASE_HEAVIER");

        CovenantTestView figure = due(file, "DEBT_RATIO");
        statement(file, figure.periodEnd(), "9500000", StatementBasis.SELF_REPORTED);
        record(figure, Map.of());
        untilAfter(figure);
        BreachCaseView joined = breaches.find(opened.id()).orElseThrow();
        assertThat(joined.proposal()).isEqualTo(BreachProposal.DECREASE);
        assertThat(joined.reference()).as("the review under way").isEqualTo(opened.reference());
        assertThat(bank.messages.inbox(new PersonId("analyst"))).filteredOn(message -> message.subject().equals(file.number()) && message.code().equals("BREACH_CASE_HEAVIER")).singleElement()
                .satisfies(message -> assertThat(message.values()).containsEntry("case", opened.id()).containsEntry("reference", opened.reference())
                        .containsEntry("proposal", "breachProposal.DECREASE").containsEntry("earlier", "breachProposal.REVIEW"));
        assertThat(bank.messages.inbox(new PersonId(file.applicant()))).as("the customer's task, not his message").extracting("code").doesNotContain("BREACH_CASE_HEAVIER");
        assertThat(breaches.found(new BreachSearch(Optional.empty(), opened.reference(), Optional.empty()), 0, 50)).extracting(BreachCaseView::id).containsExactly(opened.id());
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("BREACH_JOINED_CASE")).anySatisfy(entry ->
                assertThat(entry.detail()).contains("heavier than REVIEW of " + opened.reference()));
    }

    private CovenantTestView test(ApplicationCase file, String code) {
        return book.tests(file.id()).stream().filter(test -> test.terms().code().equals(code)).findFirst().orElseThrow();
    }

    /** The test on the morning of its day. */
    private CovenantTestView due(ApplicationCase file, String code) {
        CovenantTestView planned = test(file, code);
        bank.letPass(Duration.ofDays(Math.max(0, ChronoUnit.DAYS.between(bank.clock.today(), planned.days().testOn()))), planned.id());
        morning();
        CovenantTestView due = book.test(planned.id()).orElseThrow();
        assertThat(due.status()).isEqualTo(CovenantTestStatus.OPEN);
        assertThat(bank.hands.openTasks(due.id())).containsExactly(TASK);
        return due;
    }

    private void morning() {
        bank.hands.as("admin", () -> engine.startProcessInstanceByKey("condition-calendar"));
        bank.hands.runSteps();
    }

    private void untilAfter(CovenantTestView test) {
        bank.letPass(Duration.ofDays(Math.max(0, ChronoUnit.DAYS.between(bank.clock.today(), test.days().graceEndsOn())) + 1), test.id());
        bank.hands.runSteps();
    }

    private void record(CovenantTestView test, Map<String, Object> finding) {
        Map<String, Object> form = new HashMap<>(finding);
        form.put("figuresHash", hash(test));
        bank.hands.complete("analyst", test.id(), TASK, form);
        bank.hands.runSteps();
    }

    private void ask(CovenantTestView test, String kind, LocalDate until, String reason) {
        Map<String, Object> relief = new HashMap<>(Map.of("kind", kind, "reason", reason));
        Optional.ofNullable(until).ifPresent(day -> relief.put("until", day.toString()));
        bank.hands.complete("analyst", test.id(), TASK, Map.of("relief", relief));
    }

    private String hash(CovenantTestView test) {
        return TestDesk.hash(desk.figures(book.test(test.id()).orElseThrow()));
    }

    /** A year's statement with assets of ten million. */
    private void statement(ApplicationCase file, LocalDate end, String liabilities, StatementBasis basis) {
        BigDecimal owed = new BigDecimal(liabilities);
        BigDecimal assets = new BigDecimal("10000000");
        bank.statements.record(file.customer(), new StatementSheet(end, end.getMonthValue(), basis, "CNY", Map.of(StatementItem.TOTAL_ASSETS, assets,
                StatementItem.TOTAL_LIABILITIES, owed, StatementItem.TOTAL_EQUITY, assets.subtract(owed))), new PersonId("analyst")).orElseThrow();
    }
}
