package io.shouxin.process;

import static io.shouxin.testkit.LimitCase.exceptionForm;
import static io.shouxin.testkit.LimitCase.facility;
import static io.shouxin.testkit.LimitCase.form;
import static io.shouxin.testkit.Refused.codesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.adjustment.ExceptionReport;
import io.shouxin.adjustment.ExceptionReports;
import io.shouxin.adjustment.ExceptionStatus;
import io.shouxin.approval.Verdict;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReserveLimit;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.Forms;
import io.shouxin.testkit.LimitCase;
import io.shouxin.testkit.ProcessTest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Room above a ceiling for a while: asked for, approved, ended by itself, by an officer, or by the nightly sweep. */
@ApplicationTest
@ProcessTest
class ExceptionPathsTest {

    private static final Money GRANTED = Money.cny("1500000");
    private static final PersonId ANALYST = new PersonId("analyst");

    @Autowired
    private Bank bank;
    @Autowired
    private Breakdowns breakdowns;
    @Autowired
    private ExceptionReports reports;

    @AfterEach
    void theLedgerStillAgrees() {
        assertThat(bank.ledgerHistory.reconcile()).isEmpty();
    }

    @Test
    void anApprovedExceptionGivesRoomAndEndsByItself() {
        LimitCase exception = inForce(active(), "200000", 30);
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.IN_FORCE);
        assertThat(exception.account().temporary()).isEqualTo(Money.cny("200000"));
        assertThat(exception.told("rm", "EXCEPTION_IN_FORCE")).isTrue();

        exception.letPass(Duration.ofDays(29));
        assertThat(exception.account().temporary()).as("on its last day").isEqualTo(Money.cny("200000"));
        exception.letPass(Duration.ofDays(2));
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.EXPIRED);
        assertThat(exception.account().temporary()).isEqualTo(Money.cny("0"));
        assertThat(exception.isOver()).isTrue();
        assertThat(exception.passed()).contains("catch_exception-until", "service_expire-exception");
        assertThat(exception.told("rm", "EXCEPTION_EXPIRED")).isTrue();
    }

    @Test
    void aRefusedExceptionGivesNoRoom() {
        LimitCase exception = asked(active(), "200000", 30).decided("manager", Verdict.DECLINE);
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.REFUSED);
        assertThat(exception.account().ceiling()).contains(GRANTED);
        assertThat(exception.passed()).contains("service_drop-exception").doesNotContain("service_allow-exception");
    }

    @Test
    void aReturnedExceptionIsAskedForAnewOrTakenBack() {
        ApplicationCase credit = active();
        LimitCase exception = asked(credit, "200000", 30).decided("manager", Verdict.RETURN);
        assertThat(exception.openTasks()).containsExactly("user_amend-exception");
        exception.complete("rm", "user_amend-exception", Forms.with(Map.of(), "withdrawn", false, "exception", exceptionForm(credit, "150000", 20)));
        exception.decided("manager", Verdict.RETURN).complete("rm", "user_amend-exception", Forms.with(Map.of(), "withdrawn", true, "exception", null));
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.WITHDRAWN);
        assertThat(exception.isOver()).isTrue();
        assertThat(exception.account().ceiling()).contains(GRANTED);
    }

    @Test
    void anExceptionIsHeldAgainstEveryRule() {
        ApplicationCase credit = active();
        assertThat(codesOf(() -> asked(credit, "2000000", 30))).containsExactly("EXCEPTION_TOO_HIGH at extra");
        assertThat(codesOf(() -> asked(credit, "200000", 61))).containsExactly("EXCEPTION_TOO_LONG at until");
        assertThat(codesOf(() -> asked(credit, "200000", 0))).containsExactly("EXCEPTION_UNTIL_PAST at until");
        assertThat(codesOf(() -> asked(credit, "0", 30))).containsExactly("EXCEPTION_AMOUNT at extra");
        assertThat(codesOf(() -> asked(credit, "-5", 30))).containsExactly("AMOUNT_MALFORMED at extra");
        assertThat(codesOf(() -> LimitCase.exception(credit, "rm", Forms.with(exceptionForm(credit, "200000", 30), "until", null, "conditions", "无", "extra", null))))
                .containsExactlyInAnyOrder("EXCEPTION_UNTIL_MISSING at until", "ADJUSTMENT_EXPLANATION at conditions", "EXCEPTION_AMOUNT at extra");
        assertThat(codesOf(() -> LimitCase.exception(credit, "rm", Forms.with(exceptionForm(credit, "200000", 30), "account", facility(credit).id().value()))))
                .contains("EXCEPTION_NOT_FORESEEN at account");
        assertThatThrownBy(() -> LimitCase.exception(credit, "manager", exceptionForm(credit, "200000", 30))).isInstanceOf(AuthorizationException.class);

        bank.engineClock.moveOn(Duration.ofDays(1));
        bank.report(credit.customer(), credit.firm().overdueToday(5));
        assertThat(codesOf(() -> asked(credit, "200000", 30))).containsExactly("ADJUSTMENT_WHILE_OVERDUE at account");
        bank.engineClock.moveOn(Duration.ofDays(100));
        assertThat(codesOf(() -> asked(credit, "200000", 30))).contains("ADJUSTMENT_REPORT_TOO_OLD at account");
    }

    @Test
    void exceptionsAreNotStackedAndNotMadeTooOften() {
        ApplicationCase credit = active();
        LimitCase first = inForce(credit, "200000", 10);
        assertThat(codesOf(() -> asked(credit, "100000", 10))).contains("EXCEPTION_ALREADY_OPEN at account");
        first.letPass(Duration.ofDays(11));
        LimitCase second = inForce(credit, "100000", 10);
        second.letPass(Duration.ofDays(11));
        LimitCase third = asked(credit, "100000", 10).approved();
        if (third.exception().status() == ExceptionStatus.IN_FORCE) {
            third.letPass(Duration.ofDays(11));
        }
        assertThat(codesOf(() -> asked(credit, "100000", 10))).contains("EXCEPTION_TOO_OFTEN at account");
    }

    @Test
    void roomInUseAtTheEndIsReportedAndTakenBackLater() {
        ApplicationCase credit = active();
        LimitCase exception = inForce(credit, "200000", 10);
        var held = bank.ledger.reserve(new ReserveLimit(credit.customer(), Money.cny("150000"), ReservationPurpose.UNDER_CEILING, "旺季订单", bank.clock.today().plusDays(60),
                Optional.empty()), key("reserve"), bank.clock.today(), ANALYST).orElseThrow().reservation().orElseThrow();

        exception.letPass(Duration.ofDays(11));
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.EXPIRED);
        assertThat(exception.exception().stillOut()).isEqualTo(Money.cny("150000"));
        assertThat(exception.account().ceiling()).contains(GRANTED);
        assertThat(exception.account().excess()).isEqualTo(Money.cny("150000"));
        assertThat(exception.told("rm", "EXCEPTION_STILL_OUT")).isTrue();
        assertThat(codesOf(() -> asked(credit, "100000", 10))).contains("EXCEPTION_ROOM_OUT at account");
        assertThat(codesOf(() -> LimitCase.change(credit, "rm", form(credit, "DECREASE", "1000000")))).contains("CHANGE_WHILE_EXCEPTION at account");

        bank.ledger.release(held, key("release"), bank.clock.today(), ANALYST).orElseThrow();
        bank.engineClock.moveOn(Duration.ofDays(1));
        everyNight();
        assertThat(exception.exception().stillOut()).isEqualTo(Money.cny("0"));
        assertThat(exception.account().ceiling()).contains(GRANTED);
    }

    @Test
    void anOfficerEndsItEarlyWithAReason() {
        ApplicationCase credit = active();
        LimitCase exception = inForce(credit, "200000", 30);
        assertThat(bank.exceptions.endEarly(exception.exception().id(), "  ", ANALYST).refusals()).extracting(Refusal::code).containsExactly("EXCEPTION_END_REASON");
        assertThat(bank.exceptions.endEarly(exception.exception().id(), "理由", new PersonId("auditor")).refusals()).extracting(Refusal::code)
                .containsExactly("MAY_NOT_END_EXCEPTION");

        bank.exceptions.endEarly(exception.exception().id(), "备货资金已由股东补足", ANALYST).orElseThrow();
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.ENDED_EARLY);
        assertThat(exception.exception().endReason()).contains("备货资金已由股东补足");
        assertThat(exception.account().ceiling()).contains(GRANTED);
        assertThat(exception.isOver()).as("its token does not wait for the timer").isTrue();
        assertThat(exception.passed()).contains("catch_exception-ended").doesNotContain("service_expire-exception");
        assertThat(exception.told("rm", "EXCEPTION_ENDED_EARLY")).isTrue();
    }

    @Test
    void theNightlySweepEndsWhatATimerMissed() {
        LimitCase exception = inForce(active(), "200000", 10);
        bank.engineClock.moveOn(Duration.ofDays(11));
        everyNight();
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.EXPIRED);
        assertThat(exception.account().temporary()).isEqualTo(Money.cny("0"));
        assertThat(exception.isOver()).isTrue();
        everyNight();
        assertThat(exception.account().ceiling()).contains(GRANTED);
    }

    @Test
    void anExceptionTheLedgerHasOvertakenGoesBackToItsMaker() {
        ApplicationCase credit = active();
        LimitCase exception = asked(credit, "200000", 30);
        bank.ledger.increase(LimitAccountId.of(credit.customer()), Money.cny("10000"), key("meanwhile"), bank.clock.today(), ANALYST).orElseThrow();
        exception.approved();
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.RETURNED);
        assertThat(exception.exception().misfit()).contains("LIMIT_CHANGED_MEANWHILE");
        assertThat(exception.account().ceiling()).contains(Money.cny("1510000"));
        assertThat(exception.openTasks()).containsExactly("user_amend-exception");
    }

    @Test
    void aStepThatBrokeDownGivesTheRoomOnce() {
        LimitCase exception = asked(active(), "200000", 30);
        breakdowns.at("service_allow-exception");
        assertThatThrownBy(exception::approved).hasStackTraceContaining("broken on purpose");
        assertThat(exception.account().ceiling()).contains(GRANTED);
        breakdowns.repair();
        bank.hands.runSteps();
        assertThat(exception.account().temporary()).isEqualTo(Money.cny("200000"));
        assertThat(bank.exceptions.allow(exception.exception().id(), ANALYST).orElseThrow()).isEqualTo(exception.exception());
        assertThat(exception.account().temporary()).isEqualTo(Money.cny("200000"));
    }

    @Test
    void theReportCountsExceptionsAndTheRoomTheyHold() {
        ExceptionReport before = reports.between(bank.clock.today(), bank.clock.today());
        inForce(active(), "200000", 30);
        asked(active(), "200000", 30).decided("manager", Verdict.DECLINE);
        ExceptionReport after = reports.between(bank.clock.today(), bank.clock.today());
        assertThat(after.asked()).isEqualTo(before.asked() + 2);
        assertThat(after.cameInForce()).isEqualTo(before.cameInForce() + 1);
        assertThat(after.refused()).isEqualTo(before.refused() + 1);
        assertThat(after.inForce()).isEqualTo(before.inForce() + 1);
        assertThat(after.roomOut().get(0).minus(before.roomOut().get(0))).isEqualTo(Money.cny("200000"));
    }

    private void everyNight() {
        bank.management.executeJob(bank.management.createJobQuery().timers().processDefinitionKey("exception-sweep").singleResult().getId());
        bank.hands.runSteps();
    }

    private ApplicationCase active() {
        return bank.anApplication().asking("1500000").judged("STRONG").active();
    }

    private static LimitCase asked(ApplicationCase credit, String extra, int days) {
        return LimitCase.exception(credit, "rm", exceptionForm(credit, extra, days));
    }

    private static LimitCase inForce(ApplicationCase credit, String extra, int days) {
        LimitCase exception = asked(credit, extra, days).approved();
        assertThat(exception.exception().status()).isEqualTo(ExceptionStatus.IN_FORCE);
        return exception;
    }

    private static LedgerKey key(String act) {
        return new LedgerKey("test", act + "/" + UUID.randomUUID());
    }
}
