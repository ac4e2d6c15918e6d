package io.shouxin.process;

import static io.shouxin.testkit.LimitCase.exceptionForm;
import static io.shouxin.testkit.LimitCase.form;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.adjustment.ExceptionStatus;
import io.shouxin.adjustment.LimitChangeKind;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.MarketDirection;
import io.shouxin.adjustment.RecordSignal;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Verdict;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.InYuan;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.SignalId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.OpenAccount;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Grade;
import io.shouxin.rating.Judgement;
import io.shouxin.rating.RateCustomer;
import io.shouxin.rating.RatingView;
import io.shouxin.review.ReviewConclusion;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.Limits;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.ReviewCase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits in dollars are raised, lowered, suspended, resumed and exceeded in dollars, by those whose authority in yuan reaches that far. */
@ApplicationTest
@ProcessTest
class ForeignLimitChangePathsTest {

    private static final PersonId ANALYST = new PersonId("analyst");
    private static final Currency USD = Currency.getInstance("USD");
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired
    private Bank bank;
    @Autowired
    private ExchangeRates rates;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theLedgerStillAgrees() {
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void aRaiseInDollarsIsApprovedAtTheTierOfItsAmountInYuan() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "400000");
        LimitCase change = LimitCase.change(firm, "analyst", form(firm, "INCREASE", "600000"));

        assertThat(change.change().ceilingAfter()).contains(dollar("600000"));
        assertThat(change.change().inYuan()).contains(new InYuan(Money.cny("710000"), new BigDecimal("7.1"), bank.clock.today()));
        assertThat(change.change().exposureAfter()).contains(Money.cny("4260000"));
        assertThat(approval(change)).satisfies(opened -> {
            assertThat(opened.amount()).isEqualTo(Money.cny("710000"));
            assertThat(opened.exposure()).isEqualTo(Money.cny("4260000"));
            assertThat(opened.tiers()).as("600,000 yuan would be the manager's alone").containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER);
        });
        change.decided("manager", Verdict.APPROVE);
        assertThat(change.account().ceiling()).contains(dollar("500000"));
        change.decided("senior", Verdict.APPROVE);

        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.APPLIED);
        assertThat(change.account().ceiling()).contains(dollar("600000"));
        assertThat(change.told("analyst", "LIMIT_CHANGE_APPLIED")).isTrue();
    }

    @Test
    void whatTheApproversSignHoldsTheRate() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "400000");
        LimitCase change = LimitCase.change(firm, "analyst", form(firm, "INCREASE", "600000")).decided("manager", Verdict.RETURN);
        String before = change.hash();
        rate("7.11");
        change.complete("analyst", "user_amend-change", amended(form(firm, "INCREASE", "600000")));
        assertThat(change.change().inYuan().orElseThrow().rate()).isEqualByComparingTo("7.11");
        String signed = change.hash();
        assertThat(signed).isNotEqualTo(before);

        jdbc.sql("UPDATE limit_change SET base_amount = 71 WHERE change_id = ?").param(change.number()).update();
        assertThat(change.hash()).as("the amount in yuan is in what is signed").isNotEqualTo(signed);
    }

    @Test
    void aRateThatMovedOverATiersBorderSendsTheRaiseBackInsteadOfGoingPastThatTier() {
        rate("7.10");
        ApplicationCase firm = dollars("400000", "300000");
        LimitCase change = LimitCase.change(firm, "analyst", form(firm, "INCREASE", "420000"));
        assertThat(approval(change).tiers()).as("2,982,000 yuan").containsExactly(Tier.CREDIT_MANAGER);
        rate("7.20");
        change.decided("manager", Verdict.APPROVE);

        assertThat(change.change().status()).isEqualTo(LimitChangeStatus.RETURNED);
        assertThat(change.change().misfit()).contains("RATE_MOVED_ABOVE_TIER");
        assertThat(change.account().ceiling()).contains(dollar("400000"));
        assertThat(change.openTasks()).containsExactly("user_amend-change");
        assertThat(change.told("analyst", "LIMIT_CHANGE_RETURNED")).isTrue();

        change.complete("analyst", "user_amend-change", amended(form(firm, "INCREASE", "420000")));
        assertThat(approval(change).tiers()).as("3,024,000 yuan").containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER);
        change.approved();
        assertThat(change.account().ceiling()).contains(dollar("420000"));
    }

    @Test
    void aRateThatMovedWithinTheTierChangesNothing() {
        rate("7.10");
        ApplicationCase firm = dollars("400000", "300000");
        LimitCase change = LimitCase.change(firm, "analyst", form(firm, "INCREASE", "420000"));
        rate("7.12");
        change.decided("manager", Verdict.APPROVE);
        assertThat(change.account().ceiling()).contains(dollar("420000"));
        assertThat(change.change().inYuan().orElseThrow().rate()).as("as it was signed").isEqualByComparingTo("7.1");
    }

    @Test
    void withoutARateNothingIsProposedThatNobodyCouldJudge() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "400000");
        Limits.withoutRatesOfTheDollar(jdbc, () -> {
            assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "INCREASE", "600000")))).containsExactly("EXCHANGE_RATE_MISSING at account");
            assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "SUSPEND", null)))).containsExactly("EXCHANGE_RATE_MISSING at account");
            assertThat(codesOf(() -> LimitCase.exception(firm, "rm", exceptionForm(firm, "50000", 20)))).containsExactly("EXCHANGE_RATE_MISSING at account");
        });
        assertThat(bank.limitChanges.of(firm.customer())).isEmpty();
        assertThat(bank.exceptions.of(firm.customer())).isEmpty();
        assertThat(LimitCase.account(firm).ceiling()).contains(dollar("500000"));
    }

    @Test
    void sharesAreOfTheDollarsAndAmountsAreInYuan() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "400000");
        assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "INCREASE", "520000")))).as("under five per cent").containsExactly("CHANGE_BELOW_LOWER_BOUND at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "INCREASE", "900000")))).contains("CHANGE_ABOVE_UPPER_BOUND at newCeiling");
        assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "INCREASE", "900000000000000")))).containsExactly("AMOUNT_MALFORMED at newCeiling");

        ApplicationCase large = dollars("9000000", "8000000");
        assertThat(codesOf(() -> LimitCase.change(large, "analyst", form(large, "INCREASE", "12000000")))).as("3 million dollars are 21.3 million yuan")
                .containsExactly("CHANGE_ABOVE_UPPER_BOUND at newCeiling");
    }

    @Test
    void aLimitInDollarsIsLoweredSuspendedAndResumed() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "300000");
        LimitCase.change(firm, "analyst", form(firm, "DECREASE", "400000")).approved();
        assertThat(LimitCase.account(firm).ceiling()).contains(dollar("400000"));
        assertThat(LimitCase.facility(firm).committed()).isEqualTo(dollar("400000"));

        LimitCase.change(firm, "rm", form(firm, "SUSPEND", null)).approved();
        assertThat(LimitCase.account(firm).status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        LimitCase resumption = LimitCase.change(firm, "rm", form(firm, "RESUME", null));
        assertThat(approval(resumption).amount()).isEqualTo(Money.cny("2840000"));
        resumption.approved();
        assertThat(LimitCase.account(firm).status()).isEqualTo(LimitAccountStatus.ACTIVE);
    }

    @Test
    void aDollarFacilityUnderAYuanLimitIsLoweredSuspendedAndResumed() {
        rate("7.10");
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitAccountId facility = Limits.facility(bank, credit.customer(), Money.cny("710000"), dollar("100000"), dollar("40000"));
        LimitAccountView customer = LimitCase.account(credit);
        Map<String, Object> form = Forms.with(form(credit, "DECREASE", "50000"), "account", facility.value());
        LimitCase cut = LimitCase.change(credit, "analyst", form);
        assertThat(cut.change().inYuan().orElseThrow().amount()).isEqualTo(Money.cny("355000"));
        assertThat(cut.change().exposureAfter().orElseThrow().currency()).isEqualTo(Money.CNY);
        cut.approved();
        assertThat(bank.ledger.account(facility).orElseThrow().committed()).isEqualTo(dollar("50000"));
        assertThat(customer.committed().minus(LimitCase.account(credit).committed())).as("as it was carried").isEqualTo(Money.cny("355000"));

        LimitCase.change(credit, "rm", Forms.with(form(credit, "SUSPEND", null), "account", facility.value())).approved();
        assertThat(bank.ledger.account(facility).orElseThrow().status()).isEqualTo(LimitAccountStatus.SUSPENDED);
        LimitCase.change(credit, "rm", Forms.with(form(credit, "RESUME", null), "account", facility.value())).approved();
        assertThat(bank.ledger.account(facility).orElseThrow().status()).isEqualTo(LimitAccountStatus.ACTIVE);
    }

    @Test
    void aYuanLimitWithADollarFacilityIsLoweredAroundIt() {
        rate("7.10");
        ApplicationCase credit = bank.anApplication().asking("1500000").judged("STRONG").active();
        LimitAccountId facility = Limits.facility(bank, credit.customer(), Money.cny("710000"), dollar("100000"), dollar("40000"));
        LimitCase.change(credit, "analyst", form(credit, "DECREASE", "1800000")).approved();
        assertThat(LimitCase.account(credit).ceiling()).contains(Money.cny("1800000"));
        assertThat(bank.ledger.account(facility).orElseThrow().committed()).isEqualTo(dollar("100000"));
    }

    @Test
    void aDollarLimitUnderAYuanGroupIsNotRaisedAboveIt() {
        rate("7.10");
        ApplicationCase firm = Limits.rated(bank);
        LimitAccountId group = LimitAccountId.of(new GroupId("G-FX-" + firm.customer().value()));
        bank.ledger.openGroup(new GroupId(group.number()), Money.CNY, ANALYST).orElseThrow();
        bank.ledger.grant(group, Money.cny("4000000"), key("grant"), bank.clock.today(), ANALYST).orElseThrow();
        bank.ledger.open(new OpenAccount(LimitAccountId.of(firm.customer()), Optional.of(group), USD), ANALYST).orElseThrow();
        Limits.facility(bank, firm.customer(), dollar("500000"), dollar("500000"), dollar("400000"));

        assertThat(codesOf(() -> LimitCase.change(firm, "analyst", form(firm, "INCREASE", "600000")))).as("4,260,000 yuan under 4,000,000")
                .containsExactly("CHANGE_ABOVE_GROUP at newCeiling");
        LimitCase change = LimitCase.change(firm, "analyst", form(firm, "INCREASE", "550000"));
        assertThat(change.change().exposureAfter()).as("what the group holds, and the room in yuan").contains(Money.cny("3905000"));
        change.approved();
        assertThat(change.account().ceiling()).contains(dollar("550000"));
    }

    @Test
    void roomInDollarsIsGivenByThoseWhoseAuthorityInYuanReachesAndEndsByItself() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "400000");
        LimitCase exception = LimitCase.exception(firm, "rm", exceptionForm(firm, "60000", 20));
        assertThat(exception.exception().inYuan()).contains(new InYuan(Money.cny("426000"), new BigDecimal("7.1"), bank.clock.today()));
        assertThat(exception.exception().exposureAfter()).isEqualTo(Money.cny("3976000"));
        assertThat(approval(exception).amount()).isEqualTo(Money.cny("426000"));
        assertThat(approval(exception).tiers()).containsExactly(Tier.CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER);
        exception.approved();
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.IN_FORCE);
        assertThat(exception.account().temporary()).isEqualTo(dollar("60000"));

        exception.letPass(Duration.ofDays(21));
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.EXPIRED);
        assertThat(exception.account().temporary()).isEqualTo(dollar("0"));
    }

    @Test
    void roomInDollarsTheRateHasCarriedOverATiersBorderIsAskedForAnew() {
        rate("7.10");
        ApplicationCase firm = dollars("400000", "300000");
        LimitCase exception = LimitCase.exception(firm, "rm", exceptionForm(firm, "20000", 20));
        assertThat(approval(exception).tiers()).containsExactly(Tier.CREDIT_MANAGER);
        rate("7.20");
        exception.decided("manager", Verdict.APPROVE);
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.RETURNED);
        assertThat(exception.exception().misfit()).contains("RATE_MOVED_ABOVE_TIER");
        assertThat(exception.account().temporary()).isEqualTo(dollar("0"));

        exception.complete("rm", "user_amend-exception", Forms.with(Map.of(), "withdrawn", false, "exception", exceptionForm(firm, "20000", 20))).approved();
        assertThat(exception.account().temporary()).isEqualTo(dollar("20000"));
    }

    @Test
    void whatAMarketAndAWorseRatingSuggestInDollarsIsTakenUpAndDecided() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "300000");
        SignalId signal = bank.signals.record(new RecordSignal("C34", "上海", MarketDirection.ADVERSE, "下游需求连续三个季度下滑。", bank.clock.today(), "行业协会"), ANALYST)
                .orElseThrow().id();
        LimitChangeView suggested = bank.signals.open(signal, Set.of(firm.customer()), ANALYST).orElseThrow().get(0);
        assertThat(suggested.ceilingAfter()).as("a tenth less").contains(dollar("450000"));
        takenUp(firm, suggested).approved();
        assertThat(LimitCase.account(firm).ceiling()).contains(dollar("450000"));

        bank.engineClock.moveOn(Duration.ofDays(31));
        bank.report(firm.customer(), firm.firm().overdueToday(100));
        rate(firm, Judgement.WEAK);
        LimitChangeView fallen = bank.limitChanges.of(firm.customer()).get(0);
        assertThat(fallen.kind()).isIn(LimitChangeKind.DECREASE, LimitChangeKind.SUSPEND);
        assertThat(takenUp(firm, fallen).approved().change().status()).isEqualTo(LimitChangeStatus.APPLIED);
    }

    @Test
    void aReviewLowersALimitInDollarsByThoseWhoseAuthorityInYuanReaches() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "300000");
        ReviewCase review = ReviewCase.startedByHand(firm).supplied();
        Limits.withoutRatesOfTheDollar(jdbc, () ->
                assertThat(codesOf(() -> review.assessed("WEAK"))).containsExactly("EXCHANGE_RATE_MISSING"));
        review.assessed("WEAK");
        assertThat(review.view().conclusion()).contains(ReviewConclusion.LOWER);
        assertThat(review.view().proposedLimit()).contains(dollar("400000"));
        assertThat(bank.approvals.history("periodic-review", review.number())).singleElement()
                .satisfies(opened -> assertThat(opened.amount()).isEqualTo(Money.cny("2840000")));
        review.approved();
        assertThat(LimitCase.account(firm).ceiling()).contains(dollar("400000"));
    }

    @Test
    void theGradeOfACustomerWithALimitInDollarsIsOverridden() {
        rate("7.10");
        ApplicationCase firm = dollars("500000", "300000");
        RatingView model = bank.ratings.latest(firm.customer()).orElseThrow();
        String number = bank.hands.start("analyst", "rating-override", Forms.with(Map.of(), "customerId", firm.customer().value(), "ratingId", model.id().value(),
                "grade", Grade.values()[model.grade().ordinal() + 1].name(), "reasonCode", "DISPUTE_OR_PENALTY", "evidence", "主要客户已提起诉讼并申请冻结账户，法院公告已核对，报表尚未反映。",
                "evidenceSource", "法院公告", "evidenceDate", bank.clock.today().toString(), "documentId", null));
        bank.hands.runSteps();
        assertThat(bank.approvals.history("rating-override", number)).singleElement()
                .satisfies(opened -> assertThat(opened.amount()).isEqualTo(Money.cny("3550000")));
    }

    private LimitCase takenUp(ApplicationCase firm, LimitChangeView suggested) {
        String ceiling = suggested.ceilingAfter().map(Money::amount).map(BigDecimal::toPlainString).orElse(null);
        return LimitCase.of(firm, suggested.id().value()).complete("analyst", "user_consider-change", amended(form(firm, suggested.kind().name(), ceiling)));
    }

    private ApplicationCase dollars(String limit, String drawn) {
        return Limits.inDollars(bank, limit, drawn);
    }

    private void rate(ApplicationCase firm, Judgement found) {
        bank.ratings.rate(new RateCustomer(firm.customer(), firm.customer().value(), "rating/" + KEYS.incrementAndGet(), bank.clock.today(),
                Assessment.ofFirm(found, found, found, found, "复核")), ANALYST);
        assertThat(bank.ratings.latest(firm.customer())).isPresent();
    }

    private void rate(String yuan) {
        rates.record(new ExchangeRate("USD", bank.clock.today(), new BigDecimal(yuan), "测试"), ANALYST).orElseThrow();
    }

    private ApprovalCaseView approval(LimitCase about) {
        String type = about.number().startsWith("LC-") ? "limit-adjustment" : "temporary-exception";
        return bank.approvals.history(type, about.number()).stream().reduce((older, newer) -> newer).orElseThrow();
    }

    private static Money dollar(String amount) {
        return Money.of(amount, "USD");
    }

    private static LedgerKey key(String act) {
        return new LedgerKey("test", "fx/" + act + "/" + KEYS.incrementAndGet());
    }

    private static Map<String, Object> amended(Map<String, Object> change) {
        return Forms.with(Map.of(), "withdrawn", false, "remark", null, "change", change);
    }
}
