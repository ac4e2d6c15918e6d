package io.shouxin.process;

import static io.shouxin.testkit.LimitCase.account;
import static io.shouxin.testkit.LimitCase.draw;
import static io.shouxin.testkit.LimitCase.facility;
import static io.shouxin.testkit.LimitCase.form;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.adjustment.LimitChangeCause;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeReason;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.RequestLimitChange;
import io.shouxin.approval.Verdict;
import io.shouxin.identity.Role;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Grade;
import io.shouxin.rating.Judgement;
import io.shouxin.rating.RateCustomer;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.Firm;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A limit is raised, lowered, suspended and resumed: by whose leave, within which rules, and what the ledger says then. */
@ApplicationTest
@ProcessTest
class LimitChangePathsTest {

    private static final Money GRANTED = Money.cny("1500000");
    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private Bank bank;
    @Autowired
    private Breakdowns breakdowns;

    @AfterEach
    void theLedgerStillAgrees() {
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void anApprovedRaiseStandsInTheLedger() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000"));
        assertThat(change.account().ceiling()).contains(GRANTED);
        assertThat(change.change().exposureAfter()).contains(Money.cny("1800000"));
        assertThat(change.openTasks()).containsExactly("user_decide-as-credit-manager");

        change.approved();
        assertThat(change.isOver()).isTrue();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(change.account().ceiling()).contains(Money.cny("1800000"));
        assertThat(change.passed()).contains("service_apply-change", "end_change-applied").doesNotContain("service_drop-change", "service_apply-change-at-once");
        assertThat(change.told("analyst", "LIMIT_CHANGE_APPLIED")).isTrue();
    }

    @Test
    void aRefusedRaiseChangesNothing() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "rm", form(credit, "INCREASE", "1800000")).decided("manager", Verdict.DECLINE);

        assertThat(change.isOver()).isTrue();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.REFUSED);
        assertThat(change.account().ceiling()).contains(GRANTED);
        assertThat(change.passed()).contains("service_drop-change").doesNotContain("service_apply-change");
        assertThat(change.told("rm", "LIMIT_CHANGE_REFUSED")).isTrue();
    }

    @Test
    void aReturnedRaiseIsProposedAnewAndDecidedOnWhatIsShown() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000")).decided("manager", Verdict.RETURN);
        assertThat(change.openTasks()).containsExactly("user_amend-change");
        String before = change.hash();

        change.complete("analyst", "user_amend-change", amended(form(credit, "INCREASE", "1700000")));
        assertThat(change.hash()).isNotEqualTo(before);
        assertThat(codesOf(() -> change.complete("manager", "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, before))))
                .containsExactly("PROPOSAL_CHANGED");
        change.approved();
        assertThat(change.account().ceiling()).contains(Money.cny("1700000"));
    }

    @Test
    void whoProposedMayTakeItBack() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000")).decided("manager", Verdict.RETURN)
                .complete("analyst", "user_amend-change", withdrawn("客户不再需要"));

        assertThat(change.isOver()).isTrue();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.WITHDRAWN);
        assertThat(change.change().closingRemark()).contains("客户不再需要");
        assertThat(change.account().ceiling()).contains(GRANTED);
    }

    @Test
    void nobodyDecidesOnTheChangeHeProposed() {
        ApplicationCase credit = used();
        String both = bank.login("双岗人员", Role.ANALYST, Role.CREDIT_MANAGER);
        LimitCase change = LimitCase.change(credit, both, form(credit, "INCREASE", "1800000"));

        assertThat(codesOf(() -> change.complete(both, "user_decide-as-credit-manager", Forms.decision(Verdict.APPROVE, change.hash()))))
                .containsExactly("OWN_CASE");
    }

    @Test
    void onlyAnalystsAndRelationshipManagersPropose() {
        ApplicationCase credit = used();
        assertThatThrownBy(() -> LimitCase.change(credit, "manager", form(credit, "INCREASE", "1800000"))).isInstanceOf(AuthorizationException.class);
        assertThat(bank.limitChanges.propose(command(credit, LimitChangeKind.INCREASE, "1800000"), new PersonId("manager")).refusals())
                .extracting(Refusal::code).containsExactly("MAY_NOT_CHANGE_LIMIT");
    }

    @Test
    void anAccountHasOneOpenChangeOfAKind() {
        ApplicationCase credit = used();
        LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000"));
        assertThat(codesOf(() -> LimitCase.change(credit, "rm", form(credit, "INCREASE", "1700000")))).containsExactly("LIMIT_CHANGE_ALREADY_OPEN at kind");
    }

    @Test
    void aRaiseIsHeldAgainstEveryRule() {
        ApplicationCase credit = active("STRONG");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000"))))
                .as("nothing is drawn").containsExactly("CHANGE_LIMIT_HARDLY_USED at kind");
        draw(credit, "1000000");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1550000")))).containsExactly("CHANGE_BELOW_LOWER_BOUND at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "3000000")))).containsExactly("CHANGE_ABOVE_UPPER_BOUND at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1400000")))).contains("CHANGE_WRONG_WAY at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", null)))).containsExactly("CHANGE_AMOUNT_MISSING at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000.001")))).containsExactly("AMOUNT_MALFORMED at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", Forms.with(form(credit, "INCREASE", "1800000"), "by", "300000"))))
                .containsExactly("CHANGE_AMOUNT_TWICE at by");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", Forms.with(form(credit, "INCREASE", "1800000"), "atOnce", true))))
                .containsExactly("CHANGE_NOT_AT_ONCE at atOnce");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", Forms.with(form(credit, "INCREASE", "1800000"), "reason", "短", "reasonCode", null))))
                .containsExactlyInAnyOrder("CHANGE_REASON_MISSING at reasonCode", "ADJUSTMENT_EXPLANATION at reason");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", Forms.with(form(credit, "INCREASE", "1800000"), "account",
                facility(credit).id().value())))).as("a facility is raised by a new application").contains("LIMIT_CHANGE_NOT_FORESEEN at kind");

        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm().overdueToday(5));
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000")))).containsExactly("ADJUSTMENT_WHILE_OVERDUE at kind");
        bank.report(credit.customer(), credit.firm());
        bank.engineClock.moveOn(Duration.ofDays(400));
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000")))).contains(
                "ADJUSTMENT_REPORT_TOO_OLD at kind", "ADJUSTMENT_RATING_TOO_OLD at kind");
    }

    @Test
    void raisesKeepTheirDistance() {
        ApplicationCase credit = used();
        LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1700000")).approved();
        draw(credit, "500000");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1900000")))).containsExactly("CHANGE_TOO_SOON at kind");

        bank.engineClock.moveOn(Duration.ofDays(91));
        bank.report(credit.customer(), credit.firm());
        LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1900000")).approved();
        bank.engineClock.moveOn(Duration.ofDays(91));
        bank.report(credit.customer(), credit.firm());
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "2100000")))).contains("CHANGE_TOO_OFTEN at kind");
    }

    @Test
    void aCutTakesBackWhatIsNotDrawnAndStopsAtWhatIs() {
        ApplicationCase credit = used();
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "DECREASE", "900000")))).containsExactly("CHANGE_BELOW_DRAWN at newCeiling");

        LimitCase cut = LimitCase.change(credit, "analyst", form(credit, "DECREASE", "1200000")).approved();
        assertThat(cut.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(cut.account().ceiling()).contains(Money.cny("1200000"));
        assertThat(facility(credit).committed()).isEqualTo(Money.cny("1200000"));
        assertThat(facility(credit).utilised()).isEqualTo(Money.cny("1000000"));
    }

    @Test
    void aSuspendedLimitTakesOnlyRepaymentsUntilItIsResumed() {
        ApplicationCase credit = used();
        LimitCase suspension = LimitCase.change(credit, "rm", form(credit, "SUSPEND", null)).approved();
        assertThat(suspension.account().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(bank.ledger.draw(facility(credit).id(), Money.cny("1000"), key("no"), bank.clock.today(), ANALYST).refusals())
                .extracting(Refusal::code).containsExactly("ACCOUNT_SUSPENDED");
        bank.ledger.repay(facility(credit).id(), Money.cny("1000"), key("back"), bank.clock.today(), ANALYST).orElseThrow();
        assertThat(codesOf(() -> LimitCase.change(credit, "rm", form(credit, "SUSPEND", null)))).contains("ACCOUNT_NOT_ACTIVE at account");
        assertThat(codesOf(() -> LimitCase.change(credit, "rm", form(credit, "INCREASE", "1800000")))).contains("ACCOUNT_SUSPENDED at account");

        LimitCase resumption = LimitCase.change(credit, "rm", form(credit, "RESUME", null));
        assertThat(resumption.change().tier()).contains("SENIOR_CREDIT_MANAGER");
        resumption.approved();
        assertThat(resumption.account().status()).isEqualTo(LimitAccountStatus.ACTIVE);
        bank.ledger.draw(facility(credit).id(), Money.cny("1000"), key("again"), bank.clock.today(), ANALYST).orElseThrow();
    }

    @Test
    void aLimitIsNotResumedWhileTheCustomerIsOverdue() {
        ApplicationCase credit = used();
        LimitCase.change(credit, "rm", form(credit, "SUSPEND", null)).approved();
        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm().overdueToday(20));
        assertThat(codesOf(() -> LimitCase.change(credit, "rm", form(credit, "RESUME", null)))).containsExactly("ADJUSTMENT_WHILE_OVERDUE at kind");
    }

    @Test
    void aRaiseTheLedgerHasOvertakenGoesBackToItsMakerAndChangesNothing() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000"));
        bank.ledger.increase(LimitAccountId.of(credit.customer()), Money.cny("50000"), key("meanwhile"), bank.clock.today(), ANALYST).orElseThrow();
        change.approved();

        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.RETURNED);
        assertThat(change.change().misfit()).contains("LIMIT_CHANGED_MEANWHILE");
        assertThat(change.account().ceiling()).contains(Money.cny("1550000"));
        assertThat(change.openTasks()).containsExactly("user_amend-change");
        assertThat(change.told("analyst", "LIMIT_CHANGE_RETURNED")).isTrue();
        assertThat(change.passed()).doesNotContain("end_change-applied");

        bank.engineClock.moveOn(Duration.ofDays(91));
        bank.report(credit.customer(), credit.firm());
        change.complete("analyst", "user_amend-change", amended(form(credit, "INCREASE", "1850000"))).approved();
        assertThat(change.account().ceiling()).contains(Money.cny("1850000"));
    }

    @Test
    void aCutThatWasDrawnMeanwhileGoesBackToItsMakerAndChangesNothing() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "DECREASE", "1100000"));
        draw(credit, "300000");
        change.approved();

        assertThat(change.change().misfit()).contains("CHANGE_BELOW_DRAWN");
        assertThat(change.account().ceiling()).contains(GRANTED);
        assertThat(facility(credit).committed()).isEqualTo(GRANTED);
    }

    @Test
    void aStepThatBrokeDownIsRepeatedAndHappensOnce() {
        ApplicationCase credit = used();
        LimitCase change = LimitCase.change(credit, "analyst", form(credit, "INCREASE", "1800000"));
        breakdowns.at("service_apply-change");
        assertThatThrownBy(change::approved).hasStackTraceContaining("broken on purpose");
        assertThat(change.account().ceiling()).contains(GRANTED);
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.PROPOSED);

        breakdowns.repair();
        bank.hands.runSteps();
        assertThat(change.account().ceiling()).contains(Money.cny("1800000"));
        LimitChangeView once = change.change();
        assertThat(bank.limitChanges.apply(once.id(), ANALYST).orElseThrow()).isEqualTo(once);
        assertThat(change.account().ceiling()).contains(Money.cny("1800000"));
    }

    @Test
    void aWeakCustomerIsSuspendedAtOnceAndApprovedAfterwards() {
        ApplicationCase credit = weak();
        LimitCase change = LimitCase.change(credit, "analyst", Forms.with(form(credit, "SUSPEND", null), "atOnce", true));
        assertThat(change.account().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.IN_EFFECT);

        change.approved();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(change.account().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(change.passed()).contains("service_apply-change-at-once", "service_apply-change");
    }

    @Test
    void aCutInEffectThatIsNotApprovedIsTakenBackAsAWhole() {
        ApplicationCase credit = weak();
        LimitCase change = LimitCase.change(credit, "analyst", Forms.with(form(credit, "DECREASE", "1000000"), "atOnce", true));
        assertThat(change.account().ceiling()).contains(Money.cny("1000000"));
        assertThat(facility(credit).committed()).isEqualTo(Money.cny("1000000"));

        change.decided("manager", Verdict.DECLINE);
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.REFUSED);
        assertThat(change.account().ceiling()).contains(GRANTED);
        assertThat(facility(credit).committed()).isEqualTo(GRANTED);
    }

    @Test
    void ofAChangeInEffectOnlyTheWordsAreAmended() {
        ApplicationCase credit = weak();
        LimitCase change = LimitCase.change(credit, "analyst", Forms.with(form(credit, "DECREASE", "1000000"), "atOnce", true)).decided("manager", Verdict.RETURN);
        assertThat(codesOf(() -> change.complete("analyst", "user_amend-change", amended(Forms.with(form(credit, "DECREASE", "900000"), "atOnce", true)))))
                .containsExactly("LIMIT_CHANGE_IN_EFFECT at newCeiling");
        change.complete("analyst", "user_amend-change", amended(Forms.with(form(credit, "DECREASE", "1000000"), "atOnce", true, "reason", "补充说明：应收账款大幅下降，另附银行流水。"))).approved();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(change.account().ceiling()).contains(Money.cny("1000000"));
    }

    @Test
    void aWorseRatingSuggestsAndAnOfficerDecides() {
        ApplicationCase credit = used();
        fall(credit);
        LimitChangeView suggested = bank.limitChanges.of(credit.customer()).get(0);
        LimitCase change = LimitCase.of(credit, suggested.id().value());
        assertThat(suggested.status()).isEqualTo(LimitChangeStatus.SUGGESTED);
        assertThat(suggested.cause()).isEqualTo(LimitChangeCause.RATING_CHANGE);
        assertThat(change.account().ceiling()).as("nothing changes by itself").contains(GRANTED);
        assertThat(change.openTasks()).containsExactly("user_consider-change");
        assertThat(change.told("analyst", "LIMIT_CHANGE_SUGGESTED")).isTrue();

        String ceiling = suggested.ceilingAfter().map(Money::amount).map(BigDecimal::toPlainString).orElse(null);
        change.complete("analyst", "user_consider-change", amended(Forms.with(form(credit, suggested.kind().name(), ceiling), "reasonCode", "RATING_CHANGED")));
        assertThat(change.openTasks()).contains("user_decide-as-credit-manager");
        change.approved();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(change.change().cause()).isEqualTo(LimitChangeCause.RATING_CHANGE);
    }

    @Test
    void aSuggestionIsLeftAloneWithAReason() {
        ApplicationCase credit = used();
        fall(credit);
        LimitCase change = LimitCase.of(credit, bank.limitChanges.of(credit.customer()).get(0).id().value());
        change.complete("analyst", "user_consider-change", withdrawn("已追加保证金，暂不调整"));

        assertThat(change.isOver()).isTrue();
        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.WITHDRAWN);
        assertThat(change.account().ceiling()).contains(GRANTED);
    }

    @Test
    void aSecondFallDoesNotOpenASecondSuggestion() {
        ApplicationCase credit = used();
        fall(credit);
        LimitChangeView first = bank.limitChanges.of(credit.customer()).get(0);
        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm());
        rate(credit, Judgement.STRONG);
        fall(credit);
        List<LimitChangeView> all = bank.limitChanges.of(credit.customer());
        assertThat(all.stream().filter(change -> change.kind() == first.kind())).hasSize(1).first()
                .matches(change -> !change.causeReference().equals(first.causeReference()), "with the newer rating");
    }

    @Test
    void aGroupsLimitIsRaisedByItsWeakestMemberAndTheRiskDirector() {
        Firm firm = Firm.firm();
        ApplicationCase credit = bank.anApplication().of(firm.inGroup("示例集团" + firm.code())).asking("1500000").judged("STRONG").active();
        draw(credit, "1000000");
        LimitAccountId group = account(credit).parent().orElseThrow();
        bank.ledger.grant(group, Money.cny("2000000"), key("grant"), bank.clock.today(), ANALYST).orElseThrow();
        Map<String, Object> form = Forms.with(form(credit, "INCREASE", "2400000"), "account", group.value());
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", Forms.with(form, "newCeiling", "2700000")))).containsExactly("CHANGE_ABOVE_UPPER_BOUND at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(credit, "analyst", form(credit, "INCREASE", "2200000")))).as("not above the group")
                .contains("CHANGE_ABOVE_GROUP at newCeiling");

        LimitCase change = LimitCase.change(credit, "analyst", form);
        assertThat(change.change().exposureAfter()).as("with all the group may take").contains(Money.cny("2400000"));
        change.decided("manager", Verdict.APPROVE).decided("senior", Verdict.APPROVE);
        assertThat(bank.ledger.account(group).orElseThrow().ceiling()).contains(Money.cny("2000000"));
        change.decided("director", Verdict.APPROVE);
        assertThat(bank.ledger.account(group).orElseThrow().ceiling()).contains(Money.cny("2400000"));

        LimitCase.change(credit, "analyst", Forms.with(form(credit, "SUSPEND", null), "account", group.value())).approved();
        assertThat(bank.ledger.account(group).orElseThrow().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        assertThat(bank.ledger.draw(facility(credit).id(), Money.cny("1000"), key("no"), bank.clock.today(), ANALYST).refusals())
                .extracting(Refusal::code).containsExactly("ACCOUNT_SUSPENDED");
    }

    @Test
    void aRatingThatHoldsSuggestsNothing() {
        ApplicationCase credit = used();
        rate(credit, Judgement.STRONG);
        assertThat(bank.limitChanges.of(credit.customer())).isEmpty();
    }

    /** Far overdue a day later, and rated so. */
    private void fall(ApplicationCase credit) {
        Grade before = bank.ratings.latest(credit.customer()).orElseThrow().grade();
        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm().overdueToday(100));
        rate(credit, Judgement.WEAK);
        assertThat(bank.ratings.latest(credit.customer()).orElseThrow().grade().isWeakerThan(before)).isTrue();
    }

    private void rate(ApplicationCase credit, Judgement found) {
        bank.ratings.rate(new RateCustomer(credit.customer(), credit.number(), "again/" + bank.ratings.latest(credit.customer()).orElseThrow().id(),
                bank.clock.today(), Assessment.ofFirm(found, found, found, found, "复核")), ANALYST);
    }

    private ApplicationCase active(String judgement) {
        return bank.anApplication().asking("1500000").judged(judgement).active();
    }

    /** Two thirds of the limit are drawn. */
    private ApplicationCase used() {
        ApplicationCase credit = active("STRONG");
        draw(credit, "1000000");
        return credit;
    }

    /** Far overdue, and rated so. */
    private ApplicationCase weak() {
        ApplicationCase credit = active("STRONG");
        fall(credit);
        assertThat(bank.ratings.latest(credit.customer()).orElseThrow().grade()).isIn(Grade.WATCH, Grade.POOR);
        bank.limitChanges.of(credit.customer()).forEach(suggested -> LimitCase.of(credit, suggested.id().value())
                .complete("analyst", "user_consider-change", withdrawn("另行处理")));
        return credit;
    }

    private static RequestLimitChange command(ApplicationCase credit, LimitChangeKind kind, String ceiling) {
        return new LimitChangeForm(credit.customer().value(), LimitAccountId.of(credit.customer()).value(), kind, new BigDecimal(ceiling), null, false,
                LimitChangeCause.OFFICER, LimitChangeReason.FUNDING_NEED, "订单增加，已核对采购合同。", null).command();
    }

    private static LedgerKey key(String act) {
        return new LedgerKey("test", act + "/" + UUID.randomUUID());
    }

    private static Map<String, Object> amended(Map<String, Object> change) {
        return Forms.with(Map.of(), "withdrawn", false, "remark", null, "change", change);
    }

    private static Map<String, Object> withdrawn(String remark) {
        return Forms.with(Map.of(), "withdrawn", true, "remark", remark, "change", null);
    }
}
