package io.shouxin.review;

import static io.shouxin.origination.FirmOnFile.ANALYST;
import static io.shouxin.origination.FirmOnFile.ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.ReviewId;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LedgerHistory;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.origination.FirmOnFile;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingResult;
import io.shouxin.testkit.ApplicationTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@ApplicationTest
class ReviewInApplicationTest {

    private static final PersonId SYSTEM = new PersonId("system");

    @Autowired
    private ReviewDesk desk;
    @Autowired
    private LimitLedger ledger;
    @Autowired
    private LedgerHistory history;
    @Autowired
    private RatingDesk ratings;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private TestRestTemplate rest;
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Test
    void findsACustomerDueInTheCycleOfHisGradeUntilHeIsUnderReview() {
        CustomerId firm = ratedWithLimit();
        ReviewCalendarEntry entry = desk.scheduleFirst(firm, Grade.FAIR, clock.today().minusMonths(6));
        assertThat(entry.cycleMonths()).isEqualTo(6);
        assertThat(entry.nextDue()).isEqualTo(clock.today().minusMonths(6).plusMonths(6));
        assertThat(desk.dueOn(clock.today())).extracting(ReviewCalendarEntry::customerId).contains(firm);
        assertThat(desk.dueOn(clock.today().minusDays(5))).extracting(ReviewCalendarEntry::customerId).doesNotContain(firm);

        ReviewView review = desk.open(firm, ReviewTrigger.TIMER, SYSTEM).orElseThrow();
        assertThat(desk.dueOn(clock.today())).extracting(ReviewCalendarEntry::customerId).doesNotContain(firm);
        assertThat(codes(desk.open(firm, ReviewTrigger.MANUAL, ANALYST))).containsExactly("REVIEW_ALREADY_OPEN");
        assertThat(codes(desk.statementsFresh(review.reviewId(), SYSTEM))).containsExactly("STATEMENTS_NOT_FRESH");
        assertThat(codes(desk.propose(review.reviewId(), SYSTEM))).containsExactly("REVIEW_NOT_RATED");
    }

    @Test
    void keepsTheLimitWhenTheGradeStaysAndStartsTheNextCycle() {
        CustomerId firm = ratedWithLimit();
        ReviewId review = rerated(firm);
        ReviewView proposed = desk.propose(review, SYSTEM).orElseThrow();
        assertThat(proposed.conclusion()).contains(ReviewConclusion.KEEP);
        assertThat(proposed.proposedLimit()).contains(Money.cny("900000"));
        assertThat(proposed.sha256().orElseThrow()).matches("[0-9a-f]{64}");
        assertThat(proposed.delta().orElseThrow().scoreChange()).isZero();
        assertThat(proposed.madeBy()).containsExactly(ANALYST);
        assertThat(desk.propose(review, SYSTEM).orElseThrow().sha256()).isEqualTo(proposed.sha256());

        ReviewView applied = desk.apply(review, SYSTEM).orElseThrow();
        assertThat(applied.status()).isEqualTo(ReviewStatus.APPLIED);
        assertThat(applied.nextDue().orElseThrow()).isAfter(clock.today());
        assertThat(desk.apply(review, SYSTEM).isDone()).as("repeatable").isTrue();
        assertThat(account(firm).ceiling()).contains(Money.cny("900000"));
    }

    @Test
    void suspendsACustomerWhoIsExcludedNow() {
        CustomerId firm = ratedWithLimit();
        beans.createBean(FirmOnFile.class).creditReport(firm, 120);
        ReviewId review = rerated(firm);
        assertThat(desk.propose(review, SYSTEM).orElseThrow().conclusion()).contains(ReviewConclusion.SUSPEND);
        desk.apply(review, SYSTEM).orElseThrow();
        assertThat(account(firm).status()).isEqualTo(LimitAccountStatus.SUSPENDED);
    }

    @Test
    void lowersTheLimitOfACustomerInArrearsByWhatIsNotDrawn() {
        CustomerId firm = ratedWithLimit();
        LimitAccountId facility = ledger.accounts(firm).get(1).id();
        ledger.draw(facility, Money.cny("800000"), new LedgerKey("test", firm + "/draw"), clock.today(), SYSTEM).orElseThrow();
        beans.createBean(FirmOnFile.class).creditReport(firm, 20);
        ReviewId review = rerated(firm);
        ReviewView proposed = desk.propose(review, SYSTEM).orElseThrow();
        assertThat(proposed.conclusion()).contains(ReviewConclusion.LOWER);
        assertThat(proposed.proposedLimit()).contains(Money.cny("720000"));
        desk.apply(review, SYSTEM).orElseThrow();
        assertThat(account(firm).ceiling()).as("what is drawn stays").contains(Money.cny("800000"));
        assertThat(history.reconcile()).isEmpty();
    }

    @Test
    void leavesTheLimitWhenTheConclusionIsNotApproved() {
        CustomerId firm = ratedWithLimit();
        ReviewId review = rerated(firm);
        desk.propose(review, SYSTEM).orElseThrow();
        assertThat(desk.reject(review, "CONCLUSION_NOT_APPROVED", SYSTEM).orElseThrow().status()).isEqualTo(ReviewStatus.REJECTED);
        assertThat(codes(desk.apply(review, SYSTEM))).containsExactly("REVIEW_NOT_AT_THIS_STAGE");
        assertThat(desk.open(firm, ReviewTrigger.MANUAL, ANALYST).isDone()).isTrue();
    }

    @Test
    void isStartedByOfficersOnlyAndOnlyForALimit() {
        CustomerId firm = beans.createBean(FirmOnFile.class).registered();
        assertThat(codes(desk.open(firm, ReviewTrigger.MANUAL, new PersonId("applicant")))).containsExactly("MAY_NOT_REVIEW");
        assertThat(codes(desk.open(firm, ReviewTrigger.MANUAL, new PersonId("auditor")))).containsExactly("MAY_NOT_REVIEW");
        assertThat(codes(desk.open(firm, ReviewTrigger.MANUAL, ANALYST))).containsExactly("NOTHING_TO_REVIEW");
    }

    @Test
    void showsAReviewToOfficers() {
        ReviewId review = rerated(ratedWithLimit());
        desk.propose(review, SYSTEM).orElseThrow();
        assertThat(rest.withBasicAuth("manager", "shouxin-demo").getForEntity("/api/v1/reviews/" + review, String.class).getBody())
                .contains("\"conclusion\":\"KEEP\"", "\"limitBefore\":\"900000.00\"", "scoreBefore");
        assertThat(rest.withBasicAuth("applicant", "shouxin-demo").getForEntity("/api/v1/reviews/" + review, String.class).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private ReviewId rerated(CustomerId firm) {
        ReviewId review = desk.open(firm, ReviewTrigger.MANUAL, ANALYST).orElseThrow().reviewId();
        assertThat(desk.rerate(review, ASSESSMENT, ANALYST).orElseThrow()).isNotInstanceOf(RatingResult.FactsMissing.class);
        return review;
    }

    private CustomerId ratedWithLimit() {
        CustomerId firm = beans.createBean(FirmOnFile.class).withPapers();
        ratings.rate(new RateCustomer(firm, firm.value(), "1", clock.today(), ASSESSMENT), SYSTEM);
        ledger.openCustomer(firm, Optional.empty(), Money.CNY, SYSTEM).orElseThrow();
        ReservationId reservation = ledger.reserve(new ReserveLimit(firm, Money.cny("900000"), ReservationPurpose.NEW_CREDIT, firm.value(),
                clock.today().plusDays(30), Optional.empty()), new LedgerKey("test", firm + "/reserve"), clock.today(), SYSTEM)
                .orElseThrow().reservation().orElseThrow();
        FacilityId facility = new FacilityId(firm.value().replaceFirst("C", "FR"));
        ledger.confirm(reservation, List.of(new FacilityCommitment(facility, Money.cny("900000"), true, clock.today().plusYears(1))),
                new LedgerKey("test", firm + "/confirm"), clock.today(), SYSTEM).orElseThrow();
        return firm;
    }

    private LimitAccountView account(CustomerId firm) {
        return ledger.account(LimitAccountId.of(firm)).orElseThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }
}
