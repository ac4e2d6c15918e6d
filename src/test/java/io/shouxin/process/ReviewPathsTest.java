package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.Verdict;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.review.NoNewerStatements;
import io.shouxin.review.ReviewConclusion;
import io.shouxin.review.ReviewStatus;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.ReviewCase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a limit when the customer is looked at again. */
@ApplicationTest
@ProcessTest
class ReviewPathsTest {

    private static final Money GRANTED = Money.cny("1500000");

    @Autowired
    private Bank bank;

    @AfterEach
    void theLedgerStillAgrees() {
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void aCustomerAsGoodAsBeforeKeepsHisLimit() {
        ReviewCase review = ReviewCase.startedByHand(active("STRONG")).supplied().assessed("STRONG");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.KEEP);
        assertThat(review.openTasks()).containsExactly("user_decide-as-credit-manager");

        review.approved();
        assertThat(review.isOver()).isTrue();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().ceiling()).contains(GRANTED);
        assertThat(review.view().nextDue()).contains(bank.clock.today().plusMonths(12));
        assertThat(review.passed()).contains("user_supply-statements", "rule_rerate-customer", "rule_conclude-review",
                "service_apply-conclusion").doesNotContain("service_keep-limit", "service_note-overdue-statements");
    }

    @Test
    void aCustomerWhoseGradeRoseGetsAHigherLimit() {
        ReviewCase review = ReviewCase.startedByHand(active("WEAK")).supplied().assessed("STRONG");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.RAISE);
        assertThat(review.account().ceiling()).contains(GRANTED);

        review.approved();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().ceiling()).contains(Money.cny("1760000"));
    }

    @Test
    void aCustomerWhoseGradeFellGetsALowerLimit() {
        ReviewCase review = ReviewCase.startedByHand(active("STRONG")).supplied().assessed("WEAK");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.LOWER);

        review.approved();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().ceiling()).contains(Money.cny("1200000"));
        assertThat(review.account().committed()).isEqualTo(Money.cny("1200000"));
    }

    @Test
    void aCustomerFarOverdueIsSuspended() {
        ApplicationCase credit = active("STRONG");
        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm().overdueToday(100));
        ReviewCase review = ReviewCase.startedByHand(credit).supplied().assessed("STRONG");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.SUSPEND);

        review.approved();
        assertThat(review.isOver()).isTrue();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
    }

    @Test
    void aDeclinedConclusionLeavesTheLimitAsItWas() {
        ReviewCase review = ReviewCase.startedByHand(active("STRONG")).supplied().assessed("WEAK").decidedBy("manager", Verdict.DECLINE);

        assertThat(review.isOver()).isTrue();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.REJECTED);
        assertThat(review.account().ceiling()).contains(GRANTED);
        assertThat(review.view().nextDue()).isPresent();
        assertThat(review.passed()).contains("service_keep-limit").doesNotContain("service_apply-conclusion");
    }

    @Test
    void aReturnedConclusionIsAssessedAnew() {
        ReviewCase review = ReviewCase.startedByHand(active("STRONG")).supplied().assessed("WEAK").decidedBy("manager", Verdict.RETURN);
        assertThat(review.openTasks()).containsExactly("user_assess-review");

        review.assessed("STRONG");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.KEEP);
        review.approved();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.account().ceiling()).contains(GRANTED);
    }

    @Test
    void statementsThatDoNotComeAreRemindedOfAndThenDoneWithout() {
        ApplicationCase credit = active("STRONG");
        ReviewCase review = ReviewCase.startedByHand(credit);

        review.letPass(Duration.ofDays(8));
        assertThat(review.openTasks()).containsExactly("user_supply-statements");
        assertThat(bank.messages.inbox(new PersonId(credit.applicant()))).extracting("code").contains("REVIEW_STATEMENTS_OUTSTANDING");

        review.letPass(Duration.ofDays(23));
        assertThat(review.openTasks()).containsExactly("user_assess-review");
        assertThat(review.passed()).contains("boundary_statements-overdue", "service_note-overdue-statements")
                .doesNotContain("user_supply-statements");

        review.assessed("STRONG").approved();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.view().statementsFresh()).isFalse();
    }

    @Test
    void oldStatementsAreNotTakenForFreshOnes() {
        ApplicationCase credit = active("STRONG");
        ReviewCase review = ReviewCase.startedByHand(credit);

        assertThat(codesOf(() -> review.complete(credit.applicant(), "user_supply-statements", Map.of())))
                .containsExactly("STATEMENTS_NOT_FRESH");
        assertThat(review.openTasks()).containsExactly("user_supply-statements");
    }

    @Test
    void aCustomerWithoutNewerStatementsSaysWhyAndIsReviewedOnThoseOnFile() {
        ApplicationCase credit = active("STRONG");
        ReviewCase review = ReviewCase.startedByHand(credit);
        LocalDate expected = bank.clock.today().plusDays(120);

        assertThat(codesOf(() -> review.complete(credit.applicant(), "user_supply-statements",
                none("  ", bank.clock.today().minusDays(1))))).containsExactlyInAnyOrder(
                "NO_STATEMENTS_NEEDS_REASON at noNewerStatements.reason", "STATEMENTS_EXPECTED_IN_PAST at noNewerStatements.expectedOn");
        review.complete(credit.applicant(), "user_supply-statements", none("年报须待审计", expected));
        assertThat(review.openTasks()).containsExactly("user_assess-review");
        assertThat(review.view().statementsFresh()).isFalse();
        assertThat(review.view().noNewerStatements()).contains(new NoNewerStatements("年报须待审计", expected));

        review.assessed("STRONG").approved();
        assertThat(review.view().status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(review.passed()).contains("user_supply-statements").doesNotContain("service_note-overdue-statements");
    }

    @Test
    void noNewerStatementsIsNotTakenFromACustomerWhoHandedSomeIn() {
        ApplicationCase credit = active("STRONG");
        ReviewCase review = ReviewCase.startedByHand(credit).recorded();

        assertThat(codesOf(() -> review.complete(credit.applicant(), "user_supply-statements", none("年报须待审计", null))))
                .containsExactly("NEWER_STATEMENTS_ON_FILE");
        review.complete(credit.applicant(), "user_supply-statements", Map.of());
        assertThat(review.view().noNewerStatements()).isEmpty();
    }

    private static Map<String, Object> none(String reason, LocalDate expectedOn) {
        Map<String, Object> declared = new HashMap<>();
        declared.put("reason", reason);
        declared.put("expectedOn", expectedOn == null ? null : expectedOn.toString());
        return Map.of("noNewerStatements", declared);
    }

    @Test
    void theCalendarStartsAReviewThatIsDueOnceAndNotTwice() {
        ApplicationCase credit = active("STRONG");
        assertThat(ReviewCase.of(credit)).isEmpty();
        everyMorning();
        assertThat(ReviewCase.of(credit)).isEmpty();

        bank.engineClock.moveOn(Duration.ofDays(367));
        everyMorning();
        assertThat(ReviewCase.of(credit)).singleElement().matches(review -> review.trigger() == ReviewTrigger.TIMER);
        assertThat(bank.hands.openTasks(ReviewCase.of(credit).get(0).reviewId().value())).containsExactly("user_supply-statements");

        everyMorning();
        assertThat(ReviewCase.of(credit)).hasSize(1);
    }

    @Test
    void aCustomerIsNotReviewedTwiceAtOnce() {
        ApplicationCase credit = active("STRONG");
        ReviewCase.startedByHand(credit);

        assertThat(codesOf(() -> ReviewCase.startedByHand(credit))).containsExactly("REVIEW_ALREADY_OPEN at customerId");
        assertThat(ReviewCase.of(credit)).hasSize(1);
    }

    private ApplicationCase active(String judgement) {
        return bank.anApplication().asking("1500000").judged(judgement).active();
    }

    private void everyMorning() {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("review-calendar").singleResult().getId());
        bank.hands.runSteps();
    }
}
