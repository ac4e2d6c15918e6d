package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Firm.firm;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.customer.CreditReport;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ExceptedRule;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.Compensation;
import io.shouxin.policyexception.ExceptionReason;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.shouxin.rating.RatingReruns;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.ScreenedRule;
import io.shouxin.rating.Screening;
import io.shouxin.rating.ScreeningDesk;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The knock-out rules before papers are asked for: who is spared them, who is asked for them all the same, and what is asked again. */
@ApplicationTest
@ProcessTest
class ScreeningPathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final String EARLY = "user_consider-early-exceptions";
    private static final String PAST_OVERDUE = "SEVERE_PAST_OVERDUE";

    @Autowired
    private Bank bank;
    @Autowired
    private ScreeningDesk screenings;
    @Autowired
    private PolicyExceptionDesk exceptions;
    @Autowired
    private PolicyBook policies;
    @Autowired
    private RatingReruns reruns;
    @Autowired
    private Breakdowns breakdowns;
    @Autowired
    private RepositoryService repository;

    @Test
    void aFirmOverdueForMonthsIsDeclinedWithoutBeingAskedForPapers() {
        ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).submitted();

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasNeverHeldALimit().hasALetterFor("OVERDUE_OVER_90_DAYS")
                .hasToldTheCustomer("APPLICATION_ENDED", 1).hasPassed("rule_screen-application", "service_close-application")
                .hasNotPassed("call_document-collection", "rule_rate-customer", EARLY);
        assertThat(bank.documents.checklist(file.number())).isEmpty();
        Screening screening = screened(file);
        assertThat(screening.reasonCodes()).containsExactly("OVERDUE_OVER_90_DAYS");
        assertThat(policies.evaluations(file.number())).filteredOn(kept -> kept.key().equals("knock-out")).singleElement()
                .satisfies(kept -> assertThat(kept.rows()).extracting(row -> row.ruleId()).containsExactly("knock_out_overdue_over_90_days"));
        assertThat(reruns.rerun(screening.rating().orElseThrow()).orElseThrow().differences()).isEmpty();
        assertThat(bank.audit.of(file.number())).filteredOn(entry -> entry.act().equals("APPLICATION_SCREENED")).singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("EXCLUDED [OVERDUE_OVER_90_DAYS]"));
    }

    @Test
    void aFirmOfWhichLittleIsKnownIsAskedForPapersAndAFactLearntLaterIsCaughtByTheFullCheck() {
        ApplicationCase file = bank.anApplication().of(firm().withoutCreditReport()).submitted();
        assertThat(file).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS).hasPassed("rule_screen-application");
        assertThat(screened(file).excluded()).isFalse();
        assertThat(screened(file).waiting()).contains("OVERDUE_OVER_90_DAYS", "DISHONEST_DEBTOR");

        file.withDocuments();
        bank.report(file.customer(), file.firm().overdueToday(120));
        file.assessed();
        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor("OVERDUE_OVER_90_DAYS").hasPassed("rule_rate-customer");
        assertThat(screened(file).excluded()).as("what was found at the time stands").isFalse();
        assertThat(policies.evaluations(file.number())).filteredOn(kept -> kept.key().equals("knock-out")).hasSize(2);
    }

    @Test
    void aReportOutOfDateExcludesNobodyBeforeTheFullCheck() {
        ApplicationCase file = bank.anApplication().of(firm().withoutCreditReport()).known();
        report(file, bank.clock.today().minusMonths(3).minusDays(1), 200, 120);
        file.submitted();

        assertThat(file).waitsAt("user_upload-documents");
        assertThat(screened(file).waiting()).contains("OVERDUE_OVER_90_DAYS", PAST_OVERDUE);
    }

    @Test
    void aSoundFirmIsAskedForPapersAndRatedUnderAllTheRules() {
        ApplicationCase file = bank.anApplication().assessed();

        assertThat(file).waitsAt("user_decide-as-credit-manager").hasPassedTimes(1, "rule_screen-application").hasPassedTimes(1, "rule_rate-customer");
        assertThat(screened(file).rules()).noneMatch(rule -> rule.result() == ScreenedRule.Result.EXCLUDES)
                .anyMatch(rule -> rule.reasonCode().equals("OVERDUE_OVER_90_DAYS") && rule.result() == ScreenedRule.Result.CLEAR);
    }

    @Test
    void aRuleThatMayBeExceptedIsConsideredBeforePapersAreAskedFor() {
        ApplicationCase file = onceOverdue();
        assertThat(file).waitsAt(EARLY).hasStatus(ApplicationStatus.IN_ASSESSMENT).hasNotPassed("call_document-collection");
        assertThat(exceptions.broken(file.id())).anySatisfy(rule -> {
            assertThat(rule.rule()).isEqualTo(PAST_OVERDUE);
            assertThat(rule.caseHas()).isEqualTo("maxDaysPastDue24m=200");
        });
        assertThat(codesOf(() -> consider(file, "GO_ON"))).containsExactly("POLICY_EXCEPTIONS_MISSING at verdict");
        assertThat(codesOf(() -> consider(file, null))).containsExactly("VERDICT_MISSING at verdict");

        PolicyException asked = ask(file);
        consider(file, "GO_ON");
        assertThat(file).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS);
        file.assessed();
        assertThat(file).waitsAt("user_decide-as-credit-manager").hasNotPassed("user_consider-exceptions");
        assertThat(file.proposal().exceptions()).extracting(ExceptedRule::number).containsExactly(asked.id().value());
        file.offered();
        assertThat(exceptions.find(asked.id()).orElseThrow().status()).isEqualTo(PolicyExceptionStatus.APPROVED);
    }

    @Test
    void withoutAnExceptionTheCaseEndsWithItsReasonAndNoPapers() {
        ApplicationCase file = onceOverdue();
        consider(file, "END");

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor(PAST_OVERDUE).hasNotPassed("call_document-collection");
        assertThat(exceptions.all(file.id())).isEmpty();
    }

    @Test
    void anExceptionTakenBackWhilePapersAreCollectedIsMissedByTheFullCheck() {
        ApplicationCase file = onceOverdue();
        PolicyException asked = ask(file);
        consider(file, "GO_ON");
        exceptions.withdraw(asked.id(), "客户改变计划", ANALYST).orElseThrow();
        file.assessed();

        assertThat(file).waitsAt("user_consider-exceptions").hasStatus(ApplicationStatus.IN_ASSESSMENT);
    }

    @Test
    void aReportCorrectedMeanwhileNeedsNoException() {
        ApplicationCase file = onceOverdue();
        report(file, bank.clock.today(), 12, 0);
        consider(file, "GO_ON");

        assertThat(file).waitsAt("user_upload-documents");
        file.assessed();
        assertThat(file).waitsAt("user_answer-offer").hasPassedTimes(1, "rule_rate-customer");
    }

    @Test
    void aRuleThatIsNeverExceptedEndsTheCaseWhateverElseMightBe() {
        ApplicationCase file = bank.anApplication().of(firm().withoutCreditReport()).known();
        report(file, bank.clock.today(), 200, 120);
        file.submitted();

        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor("OVERDUE_OVER_90_DAYS", PAST_OVERDUE).hasNotPassed(EARLY);
    }

    @Test
    void aReportThatWentOutOfDateMeanwhileIsLeftToTheFullCheck() {
        ApplicationCase file = onceOverdue();
        bank.letPass(Duration.ofDays(100), file.number());

        assertThat(exceptions.broken(file.id())).noneMatch(rule -> rule.rule().equals(PAST_OVERDUE));
        consider(file, "GO_ON");
        assertThat(file).as("a new report is asked for with the papers").waitsAt("user_upload-documents");
    }

    @Test
    void aCaseUnderConsiderationMayBeTakenBack() {
        ApplicationCase file = onceOverdue();
        file.withdraw();

        assertThat(file).isOver().hasStatus(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void theReasonsAreThoseOfThisApplicationThoughTheCustomerWasRatedForAnotherMeanwhile() {
        ApplicationCase first = onceOverdue();
        report(first, bank.clock.today(), 12, 0);
        ApplicationCase second = bank.anApplication().ofTheFirmOf(first).forProduct("FINANCE_LEASE").asking("500000").assessed();
        assertThat(bank.ratings.latest(first.customer())).map(RatingView::subject).contains(second.number());
        consider(first, "END");

        assertThat(first).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor(PAST_OVERDUE);
    }

    @Test
    void aScreeningThatFailsLeavesNothingAndIsDoneOnceAfterRepair() {
        ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).started();
        breakdowns.at("rule_screen-application");
        assertThatThrownBy(file::submitted).hasMessageContaining("broken on purpose");
        assertThat(file).hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS).hasNotPassed("rule_screen-application");
        assertThat(screenings.find(file.number())).isEmpty();
        assertThat(bank.ratings.of(file.customer())).isEmpty();

        breakdowns.repair();
        bank.hands.runSteps();
        assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasToldTheCustomer("APPLICATION_ENDED", 1);
        assertThat(bank.ratings.of(file.customer())).hasSize(1);
        assertThat(policies.evaluations(file.number())).filteredOn(kept -> kept.key().equals("knock-out")).hasSize(1);
    }

    /** A case begun before there was a first screening goes its old way to the end. */
    @Test
    void aCaseUnderWayOnTheModelBeforeIsAskedForPapersAndFullyChecked() {
        Deployment before = repository.createDeployment().addClasspathResource("models-sample/credit-application-before-screening.bpmn").deploy();
        try {
            ApplicationCase file = bank.anApplication().of(firm().overdueToday(120)).started();
            file.submitted();
            assertThat(file).waitsAt("user_upload-documents").hasStatus(ApplicationStatus.COLLECTING_DOCUMENTS);
            assertThat(screenings.find(file.number())).isEmpty();
            file.assessed();
            assertThat(file).isOver().hasStatus(ApplicationStatus.DECLINED).hasALetterFor("OVERDUE_OVER_90_DAYS").hasPassed("rule_rate-customer");
        } finally {
            repository.deleteDeployment(before.getId(), true);
        }
    }

    private Screening screened(ApplicationCase file) {
        return screenings.find(file.number()).orElseThrow();
    }

    /** A firm that was past due for 200 days within two years and has paid since, by a report on file. */
    private ApplicationCase onceOverdue() {
        ApplicationCase file = bank.anApplication().of(firm().withoutCreditReport()).asking("500000").known();
        report(file, bank.clock.today(), 200, 0);
        return file.submitted();
    }

    private void report(ApplicationCase file, LocalDate day, int longest, int now) {
        bank.creditReports.record(file.customer(), new CreditReport(day, 3, longest, now, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-SCREEN-" + file.customer() + longest, "测试征信机构"), ANALYST).orElseThrow();
    }

    private PolicyException ask(ApplicationCase file) {
        return exceptions.ask(file.id(), new AskPolicyException("knock-out", PAST_OVERDUE, null, null, ExceptionReason.PASSING_CAUSE, "逾期系系统扣款失败所致，现已全部结清。",
                Compensation.ADDITIONAL_SECURITY, "放款前办妥抵押登记", bank.clock.today().plusDays(90)), ANALYST).orElseThrow();
    }

    private static ApplicationCase consider(ApplicationCase file, String verdict) {
        return file.complete("analyst", EARLY, verdict == null ? Map.of() : Map.of("verdict", verdict));
    }
}
