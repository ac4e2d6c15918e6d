package io.shouxin.process;

import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Refusal;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Grade;
import io.shouxin.rating.Judgement;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideFollowUp;
import io.shouxin.rating.OverrideReport;
import io.shouxin.rating.OverrideStatus;
import io.shouxin.rating.OverrideView;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingView;
import io.shouxin.rating.RequestOverride;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An expert goes against the model: who may, how far, for how long, and what counts then. */
@ApplicationTest
@ProcessTest
class OverridePathsTest {

    private static final String EVIDENCE = "主要客户已提起诉讼并申请冻结账户，法院公告已核对，报表尚未反映。";

    @Autowired
    private Bank bank;

    @Autowired
    private OverrideDesk overrides;

    @Autowired
    private OverrideFollowUp followUp;

    private ApplicationCase credit;
    private RatingView model;

    @BeforeEach
    void aRatedCustomer() {
        credit = bank.anApplication().asking("1500000").judged("STRONG").assessed();
        model = latest();
        assertThat(model.grade()).isIn(Grade.EXCELLENT, Grade.GOOD);
    }

    @Test
    void anApprovedOverrideCountsFromTheDayItIsApproved() {
        String number = asked("analyst", worse(1));
        assertThat(latest()).isEqualTo(model);
        assertThat(bank.hands.openTasks(number)).containsExactly("user_decide-as-credit-manager");

        decide("manager", number, Verdict.APPROVE);
        RatingView counts = latest();
        assertThat(counts.grade()).isEqualTo(worse(1));
        assertThat(counts.modelGrade()).isEqualTo(model.grade());
        assertThat(counts.score()).isEqualTo(model.score());
        assertThat(counts.pd()).isGreaterThan(model.pd());
        assertThat(counts.override()).hasValueSatisfying(mark -> assertThat(mark.validUntil()).isEqualTo(bank.clock.today().plusMonths(12)));
        assertThat(view(number).status()).isEqualTo(OverrideStatus.IN_FORCE);
        assertThat(bank.messages.inbox(new PersonId("analyst"))).anyMatch(message -> message.code().equals("OVERRIDE_IN_FORCE")
                && message.subject().equals(number));
    }

    @Test
    void anOverrideEndsByItselfAndTheModelCountsAgain() {
        String number = inForce(worse(1));

        bank.letPass(Duration.ofDays(364), number);
        assertThat(latest().grade()).isEqualTo(worse(1));

        bank.letPass(Duration.ofDays(3), number);
        assertThat(latest().grade()).isEqualTo(model.grade());
        assertThat(latest().override()).isEmpty();
        assertThat(view(number).status()).isEqualTo(OverrideStatus.EXPIRED);
        assertThat(bank.hands.openTasks(number)).isEmpty();
    }

    @Test
    void twoGradesDownNeedTheSeniorCreditManagerToo() {
        String number = asked("analyst", worse(2));
        decide("manager", number, Verdict.APPROVE);
        assertThat(latest()).isEqualTo(model);

        decide("senior", number, Verdict.APPROVE);
        assertThat(latest().grade()).isEqualTo(worse(2));
    }

    @Test
    void aRefusedOverrideLeavesTheModelsGrade() {
        String number = asked("analyst", worse(1));
        decide("manager", number, Verdict.DECLINE);

        assertThat(latest()).isEqualTo(model);
        assertThat(view(number).status()).isEqualTo(OverrideStatus.REFUSED);
    }

    @Test
    void aReturnedOverrideIsAskedForAgainWithBetterEvidenceAndDecidedAnew() {
        String number = asked("analyst", worse(1));
        String before = view(number).sha256();
        decide("manager", number, Verdict.RETURN);
        assertThat(bank.hands.openTasks(number)).containsExactly("user_amend-override");

        Map<String, Object> better = form(worse(1));
        better.put("evidence", EVIDENCE + "另附法院公告复印件。");
        complete("analyst", number, "user_amend-override", amended(false, better));
        assertThat(view(number).sha256()).isNotEqualTo(before);

        decide("manager", number, Verdict.APPROVE);
        assertThat(latest().grade()).isEqualTo(worse(1));
    }

    @Test
    void whoAskedMayTakeItBack() {
        String number = asked("analyst", worse(1));
        decide("manager", number, Verdict.RETURN);
        complete("analyst", number, "user_amend-override", amended(true, null));

        assertThat(view(number).status()).isEqualTo(OverrideStatus.WITHDRAWN);
        assertThat(latest()).isEqualTo(model);
        assertThat(bank.hands.openTasks(number)).isEmpty();
    }

    @Test
    void nobodyDecidesOnTheOverrideHeAskedFor() {
        String both = bank.login("双岗人员", Role.ANALYST, Role.CREDIT_MANAGER);
        String number = asked(both, worse(1));

        assertThat(codesOf(() -> decide(both, number, Verdict.APPROVE))).containsExactly("OWN_CASE");
        assertThat(latest()).isEqualTo(model);
    }

    @Test
    void aDecisionBindsToTheOverrideThatWasShown() {
        String number = asked("analyst", worse(1));
        assertThat(codesOf(() -> complete("manager", number, "user_decide-as-credit-manager",
                Forms.decision(Verdict.APPROVE, model.id() + "somethingelse")))).containsExactly("PROPOSAL_CHANGED");
    }

    @Test
    void onlyAnAnalystMayAsk() {
        assertThatThrownBy(() -> asked("manager", worse(1))).isInstanceOf(AuthorizationException.class);
        assertThat(overrides.request(new RequestOverride(credit.customer(), model.id(), worse(1), "ADVERSE_NEWS", EVIDENCE, "法院公告",
                bank.clock.today(), Optional.empty()), new PersonId("manager")).refusals()).extracting(Refusal::code).containsExactly("MAY_NOT_OVERRIDE");
    }

    @Test
    void onlyOneOverrideAtATime() {
        asked("analyst", worse(1));
        assertThat(codesOf(() -> asked("analyst", worse(2)))).containsExactly("OVERRIDE_ALREADY_OPEN at customerId");
    }

    @Test
    void aRatingThatIsNoLongerTheNewestCannotBeOverridden() {
        Map<String, Object> form = form(worse(1));
        form.put("ratingId", new RatingId("RT-2020-000001").value());
        assertThat(codesOf(() -> bank.hands.start("analyst", "rating-override", form))).containsExactly("OVERRIDE_RATING_SUPERSEDED at customerId");
    }

    @Test
    void aNewRatingWithTheSameModelGradeKeepsTheOverride() {
        inForce(worse(1));
        rateAgain("STRONG");

        assertThat(latest().modelGrade()).isEqualTo(model.grade());
        assertThat(latest().grade()).isEqualTo(worse(1));
    }

    @Test
    void aNewRatingWithAnotherModelGradeEndsTheOverride() {
        String number = inForce(worse(1));
        rateAgain("WEAK");

        assertThat(latest().modelGrade()).isNotEqualTo(model.grade());
        assertThat(latest().override()).isEmpty();
        assertThat(view(number).status()).isEqualTo(OverrideStatus.SUPERSEDED);
    }

    @Test
    void aWorseGradeStaysAsLongAsItIsWorseThanTheModels() {
        String number = asked("analyst", Grade.WATCH);
        decide("manager", number, Verdict.APPROVE);
        decide("senior", number, Verdict.APPROVE);
        rateAgain("WEAK");

        assertThat(latest().modelGrade()).isNotEqualTo(model.grade());
        assertThat(latest().grade()).isEqualTo(Grade.WATCH);
        assertThat(view(number).status()).isEqualTo(OverrideStatus.IN_FORCE);
    }

    @Test
    void anOverrideWhoseGroundIsGoneBeforeItIsApprovedNeverCounts() {
        String number = asked("analyst", worse(1));
        rateAgain("WEAK");
        RatingView again = latest();
        decide("manager", number, Verdict.APPROVE);

        assertThat(latest()).isEqualTo(again);
        assertThat(view(number).status()).isEqualTo(OverrideStatus.SUPERSEDED);
        assertThat(bank.messages.inbox(new PersonId("analyst"))).anyMatch(message -> message.code().equals("OVERRIDE_SUPERSEDED")
                && message.subject().equals(number)).noneMatch(message -> message.code().equals("OVERRIDE_IN_FORCE") && message.subject().equals(number));
    }

    @Test
    void badNewsEndsAnUpgradeAtOnce() {
        credit = bank.anApplication().asking("1500000").judged("ADEQUATE").assessed();
        model = latest();
        assertThat(model.grade()).isEqualTo(Grade.GOOD);
        Map<String, Object> up = form(Grade.EXCELLENT);
        up.put("reasonCode", "SHAREHOLDER_SUPPORT");
        String upgrade = bank.hands.start("analyst", "rating-override", up);
        bank.hands.runSteps();
        decide("manager", upgrade, Verdict.APPROVE);
        decide("senior", upgrade, Verdict.APPROVE);
        assertThat(latest().grade()).isEqualTo(Grade.EXCELLENT);

        String downgrade = asked("analyst", Grade.FAIR);
        assertThat(view(upgrade).status()).isEqualTo(OverrideStatus.SUPERSEDED);
        assertThat(latest().grade()).isEqualTo(Grade.GOOD);
        decide("manager", downgrade, Verdict.APPROVE);
        assertThat(latest().grade()).isEqualTo(Grade.FAIR);
    }

    @Test
    void anOverrideIsNotMovedToAnotherCustomer() {
        String number = asked("analyst", worse(1));
        decide("manager", number, Verdict.RETURN);
        ApplicationCase other = bank.anApplication().asking("1500000").judged("STRONG").assessed();
        Map<String, Object> form = form(worse(1));
        form.put("customerId", other.customer().value());
        form.put("ratingId", bank.ratings.latest(other.customer()).orElseThrow().id().value());

        assertThat(codesOf(() -> complete("analyst", number, "user_amend-override", amended(false, form))))
                .containsExactly("OVERRIDE_OTHER_CUSTOMER at customerId");
    }

    @Test
    void theReportCountsOverridesBesideRatingsAndFollowsThemUp() {
        String number = inForce(worse(1));
        OverrideReport report = followUp.between(bank.clock.today(), bank.clock.today());

        assertThat(report.overridden()).isPositive();
        assertThat(report.rated()).isGreaterThanOrEqualTo(report.overridden());
        assertThat(report.rate()).isPresent();
        assertThat(report.downgrades()).isPositive();
        assertThat(report.cases()).filteredOn(each -> each.id().value().equals(number)).singleElement()
                .matches(each -> each.verdict() == OverrideReport.Verdict.OPEN && each.modelGradeNow() == model.grade());
    }

    private void rateAgain(String judgement) {
        Judgement found = Judgement.valueOf(judgement);
        bank.ratings.rate(new RateCustomer(credit.customer(), credit.number(), "again/" + latest().id(), bank.clock.today(),
                Assessment.ofFirm(found, found, found, found, "复核")), new PersonId("analyst"));
    }

    private String inForce(Grade grade) {
        String number = asked("analyst", grade);
        decide("manager", number, Verdict.APPROVE);
        return number;
    }

    private String asked(String person, Grade grade) {
        String number = bank.hands.start(person, "rating-override", form(grade));
        bank.hands.runSteps();
        return number;
    }

    private Map<String, Object> form(Grade grade) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("customerId", credit.customer().value());
        form.put("ratingId", latest().id().value());
        form.put("grade", grade.name());
        form.put("reasonCode", "DISPUTE_OR_PENALTY");
        form.put("evidence", EVIDENCE);
        form.put("evidenceSource", "法院公告");
        form.put("evidenceDate", bank.clock.today().toString());
        form.put("documentId", null);
        return form;
    }

    private static Map<String, Object> amended(boolean withdrawn, Map<String, Object> override) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("withdrawn", withdrawn);
        form.put("override", override);
        return form;
    }

    private void decide(String officer, String number, Verdict verdict) {
        String task = officer.equals("senior") ? "user_decide-as-senior-credit-manager" : "user_decide-as-credit-manager";
        complete(officer, number, task, Forms.decision(verdict, view(number).sha256()));
    }

    private void complete(String person, String number, String task, Object form) {
        bank.hands.complete(person, number, task, form);
        bank.hands.runSteps();
    }

    private Grade worse(int notches) {
        return Grade.values()[model.modelGrade().ordinal() + notches];
    }

    private RatingView latest() {
        return bank.ratings.latest(credit.customer()).orElseThrow();
    }

    private OverrideView view(String number) {
        return overrides.find(new OverrideId(number)).orElseThrow();
    }
}
