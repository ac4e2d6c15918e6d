package io.shouxin.process;

import static io.shouxin.testkit.CaseAssert.assertThat;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.FacilityView;
import io.shouxin.contract.FulfilCondition;
import io.shouxin.customer.CreditReport;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.CheckCredit;
import io.shouxin.limit.CreditAnswer;
import io.shouxin.limit.CreditCheckDesk;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitUseDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.policyexception.AskPolicyException;
import io.shouxin.policyexception.Compensation;
import io.shouxin.policyexception.ExceptionReason;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.policyexception.PolicyExceptionStatus;
import io.shouxin.rating.RatingReruns;
import io.shouxin.rating.RatingView;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.ReviewCase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An approval that rests on a policy exception carries a facility only as long as the exception holds or its rule is met. */
@ApplicationTest
@ProcessTest
class LapsedExceptionPathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final PersonId DIRECTOR = new PersonId("director");
    private static final Money ONE = Money.cny("10000");

    @Autowired private Bank bank;
    @Autowired private PolicyExceptionDesk desk;
    @Autowired private PolicyExceptionCourse course;
    @Autowired private LimitUseDesk uses;
    @Autowired private CreditCheckDesk checks;
    @Autowired private People people;
    @Autowired private RatingReruns reruns;

    @Test
    void nothingBecomesActiveOnAnExceptionThatIsOverUntilItIsRenewed() {
        ApplicationCase file = excepted().signed();
        assertThat(file).waitsAt("user_fulfil-conditions");
        PolicyException exception = desk.all(file.id()).get(0);
        bank.engineClock.moveOn(Duration.ofDays(32));

        assertThat(codesOf(file::active)).as("before the nightly sweep").containsExactly("POLICY_EXCEPTION_LAPSED");
        course.endOverdue();
        assertThat(codesOf(file::active)).containsExactly("POLICY_EXCEPTION_LAPSED");
        assertThat(file).waitsAt("user_fulfil-conditions").hasStatus(ApplicationStatus.CONTRACTING);
        assertThat(bank.facilities.of(file.id())).isEmpty();
        assertThat(file.agreement().conditions()).as("nothing changed").noneMatch(ConditionPrecedent::fulfilled);
        file.agreement().conditions().forEach(condition -> bank.signing.fulfil(new FulfilCondition(file.agreement().id(), condition.code(), null, "已现场核实并留存影像"), ANALYST)
                .orElseThrow());
        assertThat(codesOf(() -> bank.facilities.activate(file.id(), ANALYST).orElseThrow())).as("the activation itself looks too").containsExactly("POLICY_EXCEPTION_LAPSED");

        for (String barred : List.of("analyst", "manager", "rm", "auditor", "admin")) {
            assertThat(codesOf(() -> renew(exception, 30, new PersonId(barred)))).as(barred).containsExactly("MAY_NOT_RENEW_POLICY_EXCEPTION");
        }
        assertThat(codesOf(() -> renew(exception, 0, DIRECTOR))).containsExactly("POLICY_EXCEPTION_UNTIL at until");
        assertThat(codesOf(() -> renew(exception, 4000, DIRECTOR))).containsExactly("POLICY_EXCEPTION_UNTIL at until");
        assertThat(renew(exception, 30, DIRECTOR).status()).isEqualTo(PolicyExceptionStatus.APPROVED);
        assertThat(course.endOverdue()).as("holds on").isEmpty();
        assertThat(bank.audit.of(file.number())).extracting(entry -> entry.act()).contains("POLICY_EXCEPTION_RENEWED");
        assertThat(file.active()).hasStatus(ApplicationStatus.ACTIVE);
    }

    @Test
    void aRevokedExceptionIsNotRenewedAndNothingBecomesActiveOnIt() {
        ApplicationCase file = excepted().signed();
        PolicyException exception = desk.all(file.id()).get(0);
        course.revoke(exception.id(), "风险上升，撤销例外", DIRECTOR).orElseThrow();

        assertThat(codesOf(file::active)).containsExactly("POLICY_EXCEPTION_LAPSED");
        assertThat(codesOf(() -> renew(exception, 30, DIRECTOR))).containsExactly("POLICY_EXCEPTION_NOT_NOW");
        assertThat(codesOf(() -> course.fulfil(exception.id(), "逾期已全部结清", ANALYST).orElseThrow())).containsExactly("POLICY_EXCEPTION_NOT_NOW");
    }

    @Test
    void theFirstUseOfAFacilityAsksForTheExceptionAndLaterOnesDoNot() {
        ApplicationCase file = excepted().active();
        PolicyException exception = desk.all(file.id()).get(0);
        FacilityView facility = bank.facilities.of(file.id()).get(0);
        assertThat(check(facility, 0)).isEqualTo("YES -");
        assertThat(check(facility, 30)).as("its last day").isEqualTo("YES -");
        assertThat(check(facility, 31)).as("the day after").isEqualTo("NO POLICY_EXCEPTION_LAPSED");
        bank.engineClock.moveOn(Duration.ofDays(32));

        assertThat(check(facility, 0)).isEqualTo("NO POLICY_EXCEPTION_LAPSED");
        assertThat(codesOf(() -> draw(facility, "first"))).containsExactly("POLICY_EXCEPTION_LAPSED");
        assertThat(codesOf(() -> checks.reserve(asked(facility, 0, new CheckCredit.Reserve("O-1", bank.clock.today().plusDays(9).toString())), "reserve-" + file.number(),
                officer()).orElseThrow())).containsExactly("POLICY_EXCEPTION_LAPSED");
        assertThat(bank.facilities.of(file.id()).get(0).utilised().isPositive()).as("nothing changed").isFalse();
        renew(exception, 30, DIRECTOR);
        assertThat(check(facility, 0)).isEqualTo("YES -");
        draw(facility, "first");
        assertThat(bank.facilities.of(file.id()).get(0).utilised()).isEqualTo(ONE);

        uses.repay(LimitAccountId.of(facility.id()), ONE, file.number() + "/back", ANALYST).orElseThrow();
        bank.engineClock.moveOn(Duration.ofDays(32));
        assertThat(check(facility, 0)).as("used before").isEqualTo("YES -");
        draw(facility, "second");
    }

    @Test
    void anExceptionWhoseRuleIsMetStandsInNobodysWay() {
        ApplicationCase file = excepted().active();
        PolicyException exception = desk.all(file.id()).get(0);
        bank.engineClock.moveOn(Duration.ofDays(32));
        course.endOverdue();
        assertThat(codesOf(() -> draw(bank.facilities.of(file.id()).get(0), "first"))).containsExactly("POLICY_EXCEPTION_LAPSED");
        assertThat(course.fulfil(exception.id(), "逾期记录已由征信更正", ANALYST).orElseThrow().fulfilled()).as("met after its day").isTrue();
        draw(bank.facilities.of(file.id()).get(0), "first");
    }

    @Test
    void aReviewDoesNotApplyARuleAgainThatAnExceptionInForceSetsAside() {
        ApplicationCase file = excepted().active();
        PolicyException exception = desk.all(file.id()).get(0);
        ReviewCase review = ReviewCase.startedByHand(file).supplied().assessed("STRONG");

        RatingView after = bank.ratings.find(review.view().ratingAfter().orElseThrow()).orElseThrow();
        assertThat(after.knockedOut()).isFalse();
        assertThat(after.evidence().excepted()).containsExactly("SEVERE_PAST_OVERDUE");
        assertThat(bank.audit.of(review.number())).filteredOn(entry -> entry.act().equals("CUSTOMER_RERATED")).singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("SEVERE_PAST_OVERDUE excepted by " + exception.id()));
        assertThat(reruns.rerun(after.id()).orElseThrow().differences()).isEmpty();
    }

    @Test
    void aReviewAppliesTheRuleAgainWhenTheDayOfTheExceptionIsOver() {
        ApplicationCase file = excepted().active();
        bank.engineClock.moveOn(Duration.ofDays(32));
        ReviewCase review = ReviewCase.startedByHand(file).supplied().assessed("STRONG");

        RatingView after = bank.ratings.find(review.view().ratingAfter().orElseThrow()).orElseThrow();
        assertThat(after.knockedOut()).as("before the nightly sweep").isTrue();
        assertThat(after.knockOutReasons()).containsExactly("SEVERE_PAST_OVERDUE");
    }

    private ApplicationCase excepted() {
        ApplicationCase file = bank.anApplication().of(Firm.firm().withoutCreditReport()).asking("500000").withDocuments();
        bank.creditReports.record(file.customer(), new CreditReport(bank.clock.today(), 3, 200, 0, Money.cny("8000000"), Money.cny("0"), 1, false, false,
                "SQ-LX-" + file.number(), "测试征信机构"), ANALYST).orElseThrow();
        file.assessed();
        desk.ask(file.id(), new AskPolicyException("knock-out", "SEVERE_PAST_OVERDUE", 0, null, ExceptionReason.PASSING_CAUSE, "逾期系系统扣款失败所致，现已全部结清。",
                Compensation.ADDITIONAL_SECURITY, "追加法定代表人住宅抵押", bank.clock.today().plusDays(30)), ANALYST).orElseThrow();
        return file.complete("analyst", "user_consider-exceptions", Map.of("verdict", "GO_ON"));
    }

    private PolicyException renew(PolicyException exception, int days, PersonId officer) {
        return course.renew(exception.id(), bank.clock.today().plusDays(days), "抵押登记办理中，同意续期", officer).orElseThrow();
    }

    private String check(FacilityView facility, int days) {
        CreditAnswer answer = checks.check(asked(facility, days, null), officer()).orElseThrow();
        return answer.decision() + " " + answer.obstacle().map(Refusal::code).orElse("-");
    }

    private CheckCredit asked(FacilityView facility, int days, CheckCredit.Reserve reserve) {
        return new CheckCredit(facility.customer().value(), reserve == null ? "DRAWDOWN" : "ORDER", "10000", null, bank.clock.today().plusDays(days).toString(), null,
                LimitAccountId.of(facility.id()).value(), null, null, null, reserve);
    }

    private Person officer() {
        return people.find(ANALYST).orElseThrow();
    }

    private void draw(FacilityView facility, String key) {
        uses.draw(LimitAccountId.of(facility.id()), ONE, Optional.empty(), facility.id() + "/" + key, ANALYST).orElseThrow();
    }
}
