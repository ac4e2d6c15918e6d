package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitLedgerTest {

    private static final PersonId OFFICER = new PersonId("analyst");
    private static int number;

    private LedgerBench bench;
    private LimitLedger ledger;
    private GroupId group;
    private CustomerId customer;
    private FacilityId facility;

    LedgerBench bench() {
        return LedgerBench.onH2();
    }

    @BeforeAll
    void open() {
        bench = bench();
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @BeforeEach
    void aCustomerInAGroup() {
        ledger = bench.ledger();
        number++;
        group = new GroupId("G-" + number);
        customer = new CustomerId("C-" + number);
        facility = new FacilityId("F-" + number);
        done(ledger.openCustomer(customer, Optional.of(group), Money.CNY, OFFICER));
    }

    @AfterEach
    void theLedgerReconciles() {
        assertThat(bench.history().reconcile()).isEmpty();
    }

    @Test
    void walksFromReservationToRepayment() {
        granted(group, "1000");
        ReservationId held = reserved(customer, "300", ReservationPurpose.NEW_CREDIT);
        assertThat(headroom().groupFree()).contains(yuan("700"));

        LedgerReceipt confirmed = done(ledger.confirm(held, List.of(commitment(facility, "250", true)), key(), TODAY, OFFICER));
        assertThat(confirmed.balances().ceiling()).contains(yuan("250"));
        assertThat(confirmed.balances().committed()).isEqualTo(yuan("250"));
        assertThat(confirmed.balances().reserved()).isEqualTo(yuan("0"));
        assertThat(confirmed.entryIds()).hasSize(3);
        assertThat(headroom().groupFree()).contains(yuan("750"));

        LedgerReceipt drawn = done(ledger.draw(account(facility), yuan("100"), key(), TODAY, OFFICER));
        assertThat(drawn.freeBefore()).contains(yuan("250"));
        assertThat(drawn.freeAfter()).contains(yuan("150"));
        assertThat(view(LimitAccountId.of(group)).utilised()).isEqualTo(yuan("100"));

        done(ledger.repay(account(facility), yuan("40"), key(), TODAY, OFFICER));
        assertThat(view(account(facility)).free()).contains(yuan("190"));
        assertThat(ledger.reservation(held).orElseThrow().status()).isEqualTo(ReservationView.Status.CONFIRMED);
    }

    @Test
    void sharesWhatTheGroupHasLeftAmongChildrenWithoutACeiling() {
        granted(group, "50000000");
        CustomerId usa = member("USA");
        CustomerId middleEast = member("ME");
        CustomerId canada = member("CA");
        CustomerId mexico = member("MX");
        done(ledger.grantRingFenced(LimitAccountId.of(usa), yuan("20000000"), key(), TODAY, OFFICER));
        done(ledger.grantRingFenced(LimitAccountId.of(middleEast), yuan("3000000"), key(), TODAY, OFFICER));
        assertThat(ledger.headroom(canada).orElseThrow().free()).contains(yuan("27000000"));

        reserved(canada, "2500000", ReservationPurpose.UNDER_CEILING);
        reserved(mexico, "3500000", ReservationPurpose.UNDER_CEILING);

        assertThat(ledger.headroom(canada).orElseThrow().free()).contains(yuan("21000000"));
        assertThat(ledger.headroom(mexico).orElseThrow().free()).contains(yuan("21000000"));
        assertThat(view(LimitAccountId.of(usa)).free()).contains(yuan("20000000"));
        Refusal tooMuch = refusal(reserve(canada, "21000000.01", ReservationPurpose.UNDER_CEILING));
        assertThat(tooMuch.code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(tooMuch.arguments()).containsEntry("level", "GROUP").containsEntry("free", "CNY 21000000.00");
        reserved(usa, "20000000", ReservationPurpose.UNDER_CEILING);
        assertThat(ledger.headroom(mexico).orElseThrow().free()).contains(yuan("21000000"));
        assertThat(refusal(reserve(usa, "0.01", ReservationPurpose.UNDER_CEILING)).arguments()).containsEntry("level", "CUSTOMER");
    }

    @Test
    void namesTheLevelWithLeastFreeWhenSeveralAreExceeded() {
        granted(group, "1000");
        done(ledger.grant(LimitAccountId.of(customer), yuan("600"), key(), TODAY, OFFICER));
        Refusal refusal = refusal(reserve(customer, "5000", ReservationPurpose.UNDER_CEILING));
        assertThat(refusal.arguments()).containsEntry("account", "CUSTOMER:" + customer).containsEntry("free", "CNY 600.00");
        assertThat(headroom().binding()).contains(LimitAccountId.of(customer));
    }

    @Test
    void tellsWhatBecomesOfEachLevelWhenReservedCreditIsConfirmed() {
        granted(group, "1000");
        active("400", true);
        reserved(customer, "300", ReservationPurpose.NEW_CREDIT);

        HeadroomView.Level ofCustomer = level(LimitLevel.CUSTOMER);
        assertThat(ofCustomer.ceiling()).contains(yuan("400"));
        assertThat(ofCustomer.ceilingAfter()).contains(yuan("700"));
        assertThat(ofCustomer.freeAfter()).contains(yuan("0"));
        assertThat(ofCustomer.bindsAfter()).as("a ceiling that grows with the credit").isFalse();
        HeadroomView.Level ofGroup = level(LimitLevel.GROUP);
        assertThat(ofGroup.ceilingAfter()).contains(yuan("1000"));
        assertThat(ofGroup.freeAfter()).contains(yuan("300"));
        assertThat(ofGroup.bindsAfter()).isTrue();
    }

    @Test
    void tellsWhatACeilingThatIsProposedWouldLeave() {
        granted(group, "1000");
        active("400", true);

        HeadroomView raised = headroom().proposing(yuan("900"));
        assertThat(level(raised, LimitLevel.CUSTOMER).ceilingAfter()).contains(yuan("900"));
        assertThat(level(raised, LimitLevel.CUSTOMER).freeAfter()).contains(yuan("500"));
        assertThat(level(raised, LimitLevel.CUSTOMER).bindsAfter()).isTrue();

        done(ledger.draw(account(facility), yuan("300"), key(), TODAY, OFFICER));
        HeadroomView lowered = headroom().proposing(yuan("200"));
        assertThat(level(lowered, LimitLevel.CUSTOMER).ceilingAfter()).as("what is drawn stays").contains(yuan("300"));
        assertThat(level(lowered, LimitLevel.CUSTOMER).freeAfter()).contains(yuan("0"));
    }

    @Test
    void newCreditRaisesTheCeilingOnlyByWhatIsConfirmed() {
        active("400", true);
        ReservationId second = reserved(customer, "300", ReservationPurpose.NEW_CREDIT);
        assertThat(view(LimitAccountId.of(customer)).ceiling()).contains(yuan("400"));
        assertThat(refusal(reserve(customer, "1", ReservationPurpose.UNDER_CEILING)).code()).isEqualTo("LIMIT_EXCEEDED");
        done(ledger.confirm(second, List.of(commitment(new FacilityId(facility + "b"), "200", true)), key(), TODAY, OFFICER));
        assertThat(view(LimitAccountId.of(customer)).ceiling()).contains(yuan("600"));
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("600"));
        assertThat(headroom().free()).contains(yuan("0"));
    }

    @Test
    void holdsTheSingleCustomerCap() {
        ReserveLimit command = new ReserveLimit(customer, yuan("101"), ReservationPurpose.NEW_CREDIT, "CA-1", TODAY.plusDays(30),
                Optional.of(yuan("100")));
        assertThat(refusal(ledger.reserve(command, key(), TODAY, OFFICER)).code()).isEqualTo("SINGLE_CUSTOMER_CAP");
    }

    @Test
    void answersARepeatedCommandWithTheFirstReceipt() {
        LedgerKey key = key();
        LedgerReceipt first = done(reserve(customer, "10", ReservationPurpose.NEW_CREDIT, key));
        LedgerReceipt second = done(reserve(customer, "10", ReservationPurpose.NEW_CREDIT, key));
        assertThat(second).isEqualTo(first);
        assertThat(view(LimitAccountId.of(customer)).reserved()).isEqualTo(yuan("10"));
        assertThat(refusal(reserve(customer, "11", ReservationPurpose.NEW_CREDIT, key)).code()).isEqualTo("KEY_REUSED");
    }

    @Test
    void aRefusedCommandLeavesItsKeyFree() {
        granted(group, "5");
        LedgerKey key = key();
        assertThat(refusal(reserve(customer, "10", ReservationPurpose.NEW_CREDIT, key)).code()).isEqualTo("LIMIT_EXCEEDED");
        done(ledger.increase(LimitAccountId.of(group), yuan("5"), key(), TODAY, OFFICER));
        done(reserve(customer, "10", ReservationPurpose.NEW_CREDIT, key));
    }

    @Test
    void endsAReservationOnce() {
        ReservationId held = reserved(customer, "10", ReservationPurpose.NEW_CREDIT);
        assertThat(refusal(ledger.expire(held, key(), TODAY, OFFICER)).code()).isEqualTo("RESERVATION_NOT_EXPIRED");
        done(ledger.release(held, key(), TODAY, OFFICER));
        assertThat(refusal(ledger.release(held, key(), TODAY, OFFICER)).code()).isEqualTo("RESERVATION_ENDED");
        assertThat(refusal(ledger.confirm(held, List.of(commitment(facility, "1", true)), key(), TODAY, OFFICER)).code())
                .isEqualTo("RESERVATION_ENDED");
        assertThat(view(LimitAccountId.of(customer)).reserved()).isEqualTo(yuan("0"));
    }

    @Test
    void expiresAReservationAfterItsLastDay() {
        ReservationId held = reserved(customer, "10", ReservationPurpose.NEW_CREDIT);
        assertThat(bench.history().overdueReservations(TODAY.plusDays(31), 1000)).extracting(ReservationView::id).contains(held);
        assertThat(refusal(ledger.confirm(held, List.of(commitment(facility, "1", true)), key(), TODAY.plusDays(31), OFFICER)).code())
                .isEqualTo("RESERVATION_EXPIRED");
        done(ledger.expire(held, key(), TODAY.plusDays(31), OFFICER));
        assertThat(ledger.reservation(held).orElseThrow().status()).isEqualTo(ReservationView.Status.EXPIRED);
    }

    @Test
    void confirmsNotMoreThanWasReserved() {
        ReservationId held = reserved(customer, "10", ReservationPurpose.NEW_CREDIT);
        assertThat(refusal(ledger.confirm(held, List.of(commitment(facility, "10.01", true)), key(), TODAY, OFFICER)).code())
                .isEqualTo("CONFIRMED_ABOVE_RESERVED");
        assertThat(refusal(ledger.confirm(held, List.of(), key(), TODAY, OFFICER)).code()).isEqualTo("NO_FACILITIES");
        FacilityCommitment twice = commitment(facility, "1", true);
        assertThat(refusal(ledger.confirm(held, List.of(twice, twice), key(), TODAY, OFFICER)).code()).isEqualTo("FACILITY_ALREADY_OPEN");
    }

    @Test
    void aSuspendedAccountTakesOnlyReleaseAndRepayment() {
        active("100", true);
        done(ledger.draw(account(facility), yuan("50"), key(), TODAY, OFFICER));
        ReservationId held = reserved(customer, "10", ReservationPurpose.NEW_CREDIT);
        done(ledger.suspend(LimitAccountId.of(group), key(), TODAY, OFFICER));

        assertThat(refusal(ledger.draw(account(facility), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_SUSPENDED");
        assertThat(refusal(reserve(customer, "1", ReservationPurpose.NEW_CREDIT)).arguments()).containsEntry("level", "GROUP");
        assertThat(refusal(ledger.confirm(held, List.of(commitment(new FacilityId(facility + "b"), "1", true)), key(), TODAY, OFFICER))
                .code()).isEqualTo("ACCOUNT_SUSPENDED");
        assertThat(ledger.reservation(held).orElseThrow().status()).isEqualTo(ReservationView.Status.OPEN);
        assertThat(refusal(ledger.suspend(LimitAccountId.of(group), key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_NOT_ACTIVE");
        assertThat(headroom().openForNew()).isFalse();
        done(ledger.repay(account(facility), yuan("50"), key(), TODAY, OFFICER));
        done(ledger.release(held, key(), TODAY, OFFICER));
        done(ledger.resume(LimitAccountId.of(group), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.resume(LimitAccountId.of(group), key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_NOT_SUSPENDED");
        done(ledger.draw(account(facility), yuan("1"), key(), TODAY, OFFICER));
    }

    @Test
    void changesCeilingsWithinWhatTheyCarry() {
        granted(group, "100");
        reserved(customer, "60", ReservationPurpose.NEW_CREDIT);
        assertThat(refusal(ledger.decrease(LimitAccountId.of(group), yuan("41"), key(), TODAY, OFFICER)).code())
                .isEqualTo("CEILING_BELOW_COMMITMENTS");
        done(ledger.decrease(LimitAccountId.of(group), yuan("40"), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.grant(LimitAccountId.of(group), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("ALREADY_GRANTED");
        assertThat(refusal(ledger.increase(LimitAccountId.of(customer), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("NOT_GRANTED");
    }

    @Test
    void changesACommitmentWithTheCeilingItStandsOn() {
        granted(group, "500");
        active("100", true);
        done(ledger.increase(account(facility), yuan("50"), key(), TODAY, OFFICER));
        assertThat(view(LimitAccountId.of(customer)).ceiling()).contains(yuan("150"));
        assertThat(refusal(ledger.increase(account(facility), yuan("351"), key(), TODAY, OFFICER)).arguments())
                .containsEntry("level", "GROUP");
        done(ledger.draw(account(facility), yuan("120"), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.decrease(account(facility), yuan("31"), key(), TODAY, OFFICER)).code())
                .isEqualTo("COMMITMENT_BELOW_UTILISED");
        done(ledger.decrease(account(facility), yuan("30"), key(), TODAY, OFFICER));
        assertThat(view(LimitAccountId.of(group)).committed()).isEqualTo(yuan("120"));
    }

    @Test
    void whatIsRepaidOnAOneOffFacilityCannotBeDrawnAgain() {
        active("100", false);
        done(ledger.draw(account(facility), yuan("100"), key(), TODAY, OFFICER));
        done(ledger.repay(account(facility), yuan("30"), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.draw(account(facility), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("70"));
        assertThat(refusal(ledger.repay(account(facility), yuan("71"), key(), TODAY, OFFICER)).code()).isEqualTo("REPAYMENT_ABOVE_UTILISED");
    }

    @Test
    void whatIsWrittenOffCanNeverBeDrawnAgainAndGivesNoRoomBack() {
        active("100", true);
        done(ledger.draw(account(facility), yuan("80"), key(), TODAY, OFFICER));
        Optional<Money> freeBefore = view(LimitAccountId.of(customer)).free();
        done(ledger.suspend(account(facility), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.writeOff(account(facility), yuan("81"), key(), TODAY, OFFICER)).code()).isEqualTo("WRITE_OFF_ABOVE_UTILISED");
        assertThat(refusal(ledger.writeOff(LimitAccountId.of(customer), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("WRONG_LEVEL");

        done(ledger.writeOff(account(facility), yuan("50"), key(), TODAY, OFFICER));

        assertThat(view(account(facility)).utilised()).isEqualTo(yuan("30"));
        assertThat(view(account(facility)).committed()).isEqualTo(yuan("50"));
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("50"));
        assertThat(view(LimitAccountId.of(customer)).free()).isEqualTo(freeBefore);
        done(ledger.resume(account(facility), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.draw(account(facility), yuan("21"), key(), TODAY, OFFICER)).code()).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void aWriteOffIsTakenBackOnceAlsoOnASuspendedOrExpiredFacility() {
        active("100", true);
        done(ledger.draw(account(facility), yuan("80"), key(), TODAY, OFFICER));
        done(ledger.suspend(account(facility), key(), TODAY, OFFICER));
        LimitAccountView before = view(account(facility));
        LedgerKey written = key();
        LedgerKey again = new LedgerKey("test", "written again");
        done(ledger.writeOff(account(facility), yuan("80"), written, TODAY, OFFICER));
        assertThat(done(ledger.writeOff(account(facility), yuan("80"), written, TODAY, OFFICER)).amount()).isEqualTo(yuan("80"));

        done(ledger.reverse(written, key(), TODAY, OFFICER));

        assertThat(view(account(facility))).isEqualTo(before);
        assertThat(refusal(ledger.reverse(written, again, TODAY, OFFICER)).code()).isEqualTo("ALREADY_REVERSED");
        LedgerKey second = key();
        done(ledger.expire(account(facility), key(), TODAY.plusDays(21), OFFICER));
        done(ledger.writeOff(account(facility), yuan("80"), second, TODAY.plusDays(21), OFFICER));
        done(ledger.reverse(second, key(), TODAY.plusDays(21), OFFICER));
        assertThat(view(account(facility)).utilised()).isEqualTo(yuan("80"));
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("80"));
    }

    @Test
    void whatIsUndrawnLapsesWithTheLastDay() {
        active("100", true);
        done(ledger.draw(account(facility), yuan("40"), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.expire(account(facility), key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_NOT_EXPIRED");
        assertThat(refusal(ledger.draw(account(facility), yuan("1"), key(), TODAY.plusDays(21), OFFICER)).code()).isEqualTo("ACCOUNT_EXPIRED");
        done(ledger.expire(account(facility), key(), TODAY.plusDays(21), OFFICER));
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("40"));
        done(ledger.repay(account(facility), yuan("40"), key(), TODAY.plusDays(21), OFFICER));
        assertThat(view(LimitAccountId.of(customer)).committed()).isEqualTo(yuan("0"));
        assertThat(view(LimitAccountId.of(customer)).ceiling()).contains(yuan("0"));
    }

    @Test
    void closesAFacilityOnlyWhenNothingIsDrawn() {
        active("100", true);
        LedgerReceipt drawn = done(ledger.draw(account(facility), yuan("40"), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.close(account(facility), key(), TODAY, OFFICER)).code()).isEqualTo("STILL_UTILISED");
        done(ledger.repay(account(facility), drawn.amount(), key(), TODAY, OFFICER));
        done(ledger.close(account(facility), key(), TODAY, OFFICER));
        assertThat(refusal(ledger.draw(account(facility), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void takesACommandBackOnce() {
        active("100", true);
        LedgerKey draw = key();
        done(ledger.draw(account(facility), yuan("40"), draw, TODAY, OFFICER));
        done(ledger.reverse(draw, key(), TODAY, OFFICER));
        assertThat(view(LimitAccountId.of(group)).utilised()).isEqualTo(yuan("0"));
        assertThat(refusal(ledger.reverse(draw, key(), TODAY, OFFICER)).code()).isEqualTo("ALREADY_REVERSED");
        assertThat(refusal(ledger.reverse(key(), key(), TODAY, OFFICER)).code()).isEqualTo("COMMAND_UNKNOWN");
        LedgerKey reserve = key();
        done(reserve(customer, "1", ReservationPurpose.NEW_CREDIT, reserve));
        assertThat(refusal(ledger.reverse(reserve, key(), TODAY, OFFICER)).code()).isEqualTo("NOT_REVERSIBLE");
    }

    @Test
    void followsACustomerIntoAnotherGroup() {
        active("100", true);
        GroupId other = new GroupId("H-" + number);
        done(ledger.openGroup(other, Money.CNY, OFFICER));
        done(ledger.grant(LimitAccountId.of(other), yuan("99"), key(), TODAY, OFFICER));
        Outcome<LimitAccountView> refused = ledger.openCustomer(customer, Optional.of(other), Money.CNY, OFFICER);
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("LIMIT_EXCEEDED");
        assertThat(view(LimitAccountId.of(group)).committed()).isEqualTo(yuan("100"));
        done(ledger.increase(LimitAccountId.of(other), yuan("1"), key(), TODAY, OFFICER));
        done(ledger.openCustomer(customer, Optional.of(other), Money.CNY, OFFICER));
        assertThat(view(LimitAccountId.of(group)).committed()).isEqualTo(yuan("0"));
        assertThat(view(LimitAccountId.of(other)).committed()).isEqualTo(yuan("100"));
    }

    @ParameterizedTest
    @CsvSource({"0, CNY, 0, AMOUNT_NOT_POSITIVE", "-1, CNY, 0, AMOUNT_NOT_POSITIVE", "1, USD, 0, CURRENCY_MISMATCH",
            "1, CNY, -367, VALUE_DATE_OUT_OF_RANGE", "1, CNY, 32, VALUE_DATE_OUT_OF_RANGE"})
    void refusesWhatMakesNoSense(String amount, String currency, int daysFromToday, String code) {
        active("100", true);
        Money money = Money.of(amount, currency);
        var day = TODAY.plusDays(daysFromToday);
        ReserveLimit reserve = new ReserveLimit(customer, money, ReservationPurpose.NEW_CREDIT, "CA-1", day.plusDays(1), Optional.empty());
        assertThat(refusal(ledger.reserve(reserve, key(), day, OFFICER)).code()).isEqualTo(code);
        assertThat(refusal(ledger.draw(account(facility), money, key(), day, OFFICER)).code()).isEqualTo(code);
        assertThat(refusal(ledger.repay(account(facility), money, key(), day, OFFICER)).code()).isEqualTo(code);
        assertThat(refusal(ledger.increase(account(facility), money, key(), day, OFFICER)).code()).isEqualTo(code);
        assertThat(refusal(ledger.decrease(account(facility), money, key(), day, OFFICER)).code()).isEqualTo(code);
        assertThat(refusal(ledger.grant(LimitAccountId.of(group), money, key(), day, OFFICER)).code()).isEqualTo(code);
    }

    @Test
    void refusesUnknownAccountsAndWrongLevels() {
        LimitAccountId nobody = LimitAccountId.of(new CustomerId("C-nobody"));
        assertThat(refusal(ledger.suspend(nobody, key(), TODAY, OFFICER)).code()).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(refusal(ledger.release(new ReservationId("LR-0"), key(), TODAY, OFFICER)).code()).isEqualTo("RESERVATION_UNKNOWN");
        assertThat(refusal(ledger.draw(LimitAccountId.of(customer), yuan("1"), key(), TODAY, OFFICER)).code()).isEqualTo("WRONG_LEVEL");
        assertThat(ledger.openCustomer(customer, Optional.of(group), java.util.Currency.getInstance("USD"), OFFICER).refusals())
                .extracting(Refusal::code).containsExactly("CURRENCY_MISMATCH");
    }

    @Test
    void aRolledBackTransactionLeavesNothing() {
        new TransactionTemplate(bench.transactions()).executeWithoutResult(transaction -> {
            reserved(customer, "10", ReservationPurpose.NEW_CREDIT);
            transaction.setRollbackOnly();
        });
        assertThat(view(LimitAccountId.of(customer)).reserved()).isEqualTo(yuan("0"));
        assertThat(bench.history().entries(LimitAccountId.of(customer))).isEmpty();
    }

    @Test
    void reconciliationNamesWhatWasTamperedWith() {
        active("100", true);
        bench.jdbc().sql("UPDATE limit_account SET utilised = 7 WHERE account_id = :id").param("id", account(facility).value()).update();
        assertThat(bench.history().reconcile()).extracting(LedgerDifference::what).contains("utilised/entries", "utilised/children");
        bench.jdbc().sql("UPDATE limit_account SET utilised = 0 WHERE account_id = :id").param("id", account(facility).value()).update();
    }

    private void active(String amount, boolean revolving) {
        ReservationId held = reserved(customer, amount, ReservationPurpose.NEW_CREDIT);
        done(ledger.confirm(held, List.of(commitment(facility, amount, revolving)), key(), TODAY, OFFICER));
    }

    private void granted(GroupId group, String ceiling) {
        done(ledger.grant(LimitAccountId.of(group), yuan(ceiling), key(), TODAY, OFFICER));
    }

    private CustomerId member(String name) {
        CustomerId member = new CustomerId("C-" + number + "-" + name);
        done(ledger.openCustomer(member, Optional.of(group), Money.CNY, OFFICER));
        return member;
    }

    private ReservationId reserved(CustomerId customer, String amount, ReservationPurpose purpose) {
        return done(reserve(customer, amount, purpose)).reservation().orElseThrow();
    }

    private Outcome<LedgerReceipt> reserve(CustomerId customer, String amount, ReservationPurpose purpose) {
        return reserve(customer, amount, purpose, key());
    }

    private Outcome<LedgerReceipt> reserve(CustomerId customer, String amount, ReservationPurpose purpose, LedgerKey key) {
        return ledger.reserve(new ReserveLimit(customer, yuan(amount), purpose, "CA-1", TODAY.plusDays(30), Optional.empty()), key, TODAY, OFFICER);
    }

    private static FacilityCommitment commitment(FacilityId facility, String amount, boolean revolving) {
        return new FacilityCommitment(facility, yuan(amount), revolving, TODAY.plusDays(20));
    }

    private HeadroomView headroom() {
        return ledger.headroom(customer).orElseThrow();
    }

    private HeadroomView.Level level(LimitLevel level) {
        return level(headroom(), level);
    }

    private static HeadroomView.Level level(HeadroomView headroom, LimitLevel level) {
        return headroom.levels().stream().filter(one -> one.account().level() == level).findFirst().orElseThrow();
    }

    private LimitAccountView view(LimitAccountId id) {
        return ledger.account(id).orElseThrow();
    }

    private static LimitAccountId account(FacilityId facility) {
        return LimitAccountId.of(facility);
    }

    private static LedgerKey key() {
        return new LedgerKey("test", String.valueOf(++number));
    }

    private static Money yuan(String amount) {
        return Money.cny(amount);
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.orElseThrow();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().get(0);
    }
}
