package io.shouxin.limit;

import static io.shouxin.limit.CreditCheckDeskTest.ask;
import static io.shouxin.limit.CreditCheckDeskTest.said;
import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that holds the room, once per key; and the use, repayment and release that programs report afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckedReservationTest {

    private static final PersonId ERP = CheckBench.OFFICER.id();
    private static int keys;

    private CheckBench bench;

    LedgerBench ledger() {
        return LedgerBench.onH2();
    }

    @BeforeAll
    void open() {
        bench = new CheckBench(ledger());
        bench.ledger.rate("USD", "7");
    }

    @AfterAll
    void theLedgerReconciles() {
        assertThat(bench.ledger.history().reconcile()).isEmpty();
        bench.close();
    }

    /** Columns: what has happened; what is to be reserved; the answer; what the account then holds. */
    @ParameterizedTest(name = "{0} : {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            customer C; credit F under C 10 | amount=10 reserve=O-1 | YES WITHIN_LIMIT | F 10
            customer C; credit F under C 10 | amount=10.01 reserve=O-1 | LIMIT_EXCEEDED at amount | F 0
            customer C; credit F under C 10 | amount=10 prepaid=4 reserve=O-1 | YES WITHIN_LIMIT | F 6
            customer C; credit F under C 10 | amount=20 term=BANK_ACCEPTANCE reserve=O-1 | YES WITHIN_LIMIT | F 4
            customer C; credit F under C 10 | amount=20 term=PREPAID reserve=O-1 | YES NOTHING_AT_RISK | F 0
            customer C; credit F under C 10 | amount=20 callOffs=+0:8,+99:12 reserve=O-1 | YES WITHIN_LIMIT | F 8
            customer C; grant C 70 | amount=10 currency=USD reserve=O-1 | YES WITHIN_LIMIT | C 70
            customer C; credit F under C 10; part S under F; grant S 4 | amount=4 account=S reserve=O-1 | YES WITHIN_LIMIT | F 4
            customer C; credit F under C 10 for LOAN | amount=4 product=LOAN reserve=O-1 | YES WITHIN_LIMIT | F 4
            customer C; credit F under C 10 for LOAN | amount=4 account=F product=BILL reserve=O-1 | PRODUCT_NOT_ALLOWED at product | F 0
            customer C; credit F under C 10; suspend F | amount=4 reserve=O-1 | ACCOUNT_SUSPENDED at | F 0
            customer C; credit F under C 10; suspend C | amount=4 reserve=O-1 | ACCOUNT_SUSPENDED at | F 0
            customer C; credit F under C 10 until +5 | amount=4 date=+6 reserve=O-1 | ACCOUNT_EXPIRED at | F 0
            customer C; credit F under C 10; close F | amount=4 account=F reserve=O-1 | ACCOUNT_CLOSED at | F 0
            customer CB; credit F under CB 10 | customer=CB amount=4 reserve=O-1 | CUSTOMER_BLOCKED at customerId | F 0
            customer C; credit F under C 10; order F 6 until +2 | amount=10 date=+3 reserve=O-1 | LIMIT_EXCEEDED at amount | F 6
            customer C; grant C 10; allow C 5 until +3 | amount=15 date=+4 reserve=O-1 | LIMIT_EXCEEDED at amount | C 0
            customer C; credit F under C 10 | amount=0 reserve=O-1 | AMOUNT_NOT_POSITIVE at amount | F 0
            customer C; credit F under C 10 | amount=4 reserve=O-1 until=-1 | RESERVATION_EXPIRY_OUT_OF_RANGE at reserve.expiresOn | F 0
            customer C; credit F under C 10 | amount=4 date=+5 reserve=O-1 until=+4 | RESERVATION_EXPIRY_OUT_OF_RANGE at reserve.expiresOn | F 0
            customer C; credit F under C 10 | amount=4 reserve=O-1 until=+367 | RESERVATION_EXPIRY_OUT_OF_RANGE at reserve.expiresOn | F 0
            customer C; credit F under C 10 | amount=4 reserve=O-1 until=soon | DAY_UNREADABLE at reserve.expiresOn | F 0
            customer C; credit F under C 10 | amount=4 reserve= | ORDER_NUMBER_MISSING at reserve.orderNumber | F 0
            """)
    void holdsExactlyWhatIsCounted(String script, String question, String expected, String held) {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done(script);

        Outcome<CreditAnswer> outcome = bench.desk.reserve(ask(told, question), "k" + ++keys, CheckBench.OFFICER);

        assertThat(said(outcome).strip()).isEqualTo(expected);
        String[] account = held.split(" ");
        assertThat(told.figure(account[0], "reserved", TODAY)).isEqualTo(account[1]);
    }

    @Test
    void theSameKeyHearsTheSameAndAnotherRequestUnderItIsRefused() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10");
        CreditAnswer first = bench.desk.reserve(ask(told, "amount=10 reserve=O-1"), "same", CheckBench.OFFICER).orElseThrow();

        assertThat(bench.desk.reserve(ask(told, "amount=10 reserve=O-1"), "same", CheckBench.OFFICER).orElseThrow()).isEqualTo(first);
        assertThat(said(bench.desk.reserve(ask(told, "amount=9 reserve=O-1"), "same", CheckBench.OFFICER))).startsWith("KEY_REUSED");
        assertThat(said(bench.desk.reserve(ask(told, "amount=10 reserve=O-1 until=+11"), "same", CheckBench.OFFICER))).startsWith("KEY_REUSED");
        assertThat(said(bench.desk.reserve(ask(told, "amount=1 reserve=O-1"), "other", CheckBench.OFFICER))).startsWith("LIMIT_EXCEEDED");
        assertThat(told.figure("F", "reserved", TODAY)).isEqualTo("10");
    }

    @Test
    void keysOfTwoProgramsAreTheirOwnAndAKeyIsNeeded() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10");
        Person crm = new Person(new PersonId("crm"), "CRM", Set.of(Role.ANALYST), Optional.empty());

        assertThat(bench.desk.reserve(ask(told, "amount=4 reserve=O-1"), "mine", CheckBench.OFFICER).isDone()).isTrue();
        assertThat(bench.desk.reserve(ask(told, "amount=4 reserve=O-1"), "mine", crm).isDone()).isTrue();
        for (String none : new String[] {null, "", " ", "a b", "键", "x".repeat(101)}) {
            assertThat(said(bench.desk.reserve(ask(told, "amount=1 reserve=O-2"), none, CheckBench.OFFICER))).as(none).startsWith("IDEMPOTENCY_KEY_MISSING");
        }
        assertThat(told.figure("F", "reserved", TODAY)).isEqualTo("8");
    }

    @Test
    void aRefusedReservationLeavesItsKeyFreeAndIsRemembered() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10; order F 6 as R");
        assertThat(said(bench.desk.reserve(ask(told, "amount=5 reserve=O-1"), "later", CheckBench.OFFICER))).startsWith("LIMIT_EXCEEDED");
        told.done("release R");
        assertThat(bench.desk.reserve(ask(told, "amount=5 reserve=O-1"), "later", CheckBench.OFFICER).isDone()).isTrue();

        assertThat(bench.desk.checks(new CustomerId(told.id("C").number()), 9)).extracting(check -> check.decision() + " " + check.reasonCode().orElse("-")
                + " " + check.orderNumber().orElse("-") + " " + check.held().map(Enum::name).orElse("-"))
                .containsExactly("YES - O-1 OPEN", "YES_IF_PREPAID LIMIT_EXCEEDED O-1 -");
    }

    @Test
    void manyAtOnceHoldExactlyTheRoom() throws Exception {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("group G; grant G 200; customer C under G; grant C 300");
        List<Outcome<CreditAnswer>> outcomes = new ArrayList<>();
        // More threads than there are connections to the database.
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Outcome<CreditAnswer>>> running = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                String key = "many-" + i;
                running.add(threads.submit(() -> bench.desk.reserve(ask(told, "amount=1 reserve=O-" + key), key, CheckBench.OFFICER)));
            }
            for (Future<Outcome<CreditAnswer>> one : running) {
                outcomes.add(one.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(200);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream()).map(Refusal::code).distinct()).containsExactly("LIMIT_EXCEEDED");
        assertThat(told.figure("G", "reserved", TODAY)).isEqualTo("200");
    }

    @Test
    void theSameKeyFromManyAtOnceHoldsOnceAndAllHearTheSame() throws Exception {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; grant C 5");
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<Outcome<CreditAnswer>>> running = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                running.add(threads.submit(() -> bench.desk.reserve(ask(told, "amount=5 reserve=O-1"), "one-for-all", CheckBench.OFFICER)));
            }
            Set<ReservationId> held = new HashSet<>();
            for (Future<Outcome<CreditAnswer>> one : running) {
                held.add(one.get().orElseThrow().reservation().orElseThrow().id());
            }
            assertThat(held).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(told.figure("C", "reserved", TODAY)).isEqualTo("5");
    }

    @Test
    void whatIsHeldIsUsedOrGivenBackOnce() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10");
        ReservationId first = bench.desk.reserve(ask(told, "amount=6 reserve=O-1"), "a1", CheckBench.OFFICER).orElseThrow().reservation().orElseThrow().id();
        ReservationId second = bench.desk.reserve(ask(told, "amount=4 reserve=O-2"), "a2", CheckBench.OFFICER).orElseThrow().reservation().orElseThrow().id();

        assertThat(code(bench.uses.use(first, Money.cny("6.01"), "u0", ERP))).isEqualTo("CONFIRMED_ABOVE_RESERVED");
        assertThat(code(bench.uses.use(first, Money.of("5", "USD"), "u0", ERP))).isEqualTo("CURRENCY_MISMATCH");
        assertThat(code(bench.uses.use(first, Money.cny("5"), "u1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.use(first, Money.cny("5"), "u1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.use(first, Money.cny("5"), "u2", ERP))).isEqualTo("RESERVATION_ENDED");
        assertThat(code(bench.uses.release(first, "u1", ERP))).isEqualTo("KEY_REUSED");
        assertThat(code(bench.uses.release(second, "r1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.release(second, "r1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.release(second, "r2", ERP))).isEqualTo("RESERVATION_ENDED");
        assertThat(code(bench.uses.release(new ReservationId("LR-none"), "r3", ERP))).isEqualTo("RESERVATION_UNKNOWN");
        assertThat(code(bench.uses.release(second, null, ERP))).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(told.figure("F", "utilised", TODAY) + " " + told.figure("F", "reserved", TODAY)).isEqualTo("5 0");
        assertThat(bench.desk.checks(new CustomerId(told.id("C").number()), 9)).extracting(check -> check.held().orElseThrow() + " " + check.used().orElseThrow().amount())
                .containsExactly("RELEASED 0.00", "CONFIRMED 5.00");
    }

    @Test
    void creditUnderWayIsNotReleasedByAProgram() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; new C 5");
        ReservationId ofACase = bench.ledger.ledger().openReservations(told.id("C")).get(0).id();
        assertThat(code(bench.uses.release(ofACase, "case", ERP))).isEqualTo("RESERVATION_OF_A_CASE");
        assertThat(told.figure("C", "reserved", TODAY)).isEqualTo("5");
    }

    @Test
    void drawsAndRepaymentsAreBookedOnceAndTakenBackOnce() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer C; credit F under C 10; credit F2 under C 10; raise F 1 key increase");
        LimitAccountId facility = told.id("F");

        assertThat(code(bench.uses.draw(facility, Money.cny("6"), Optional.empty(), "d1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.draw(facility, Money.cny("6"), Optional.empty(), "d1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.draw(facility, Money.cny("7"), Optional.empty(), "d1", ERP))).isEqualTo("KEY_REUSED");
        assertThat(code(bench.uses.draw(facility, Money.cny("6"), Optional.empty(), "d2", ERP))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(code(bench.uses.draw(told.id("C"), Money.cny("1"), Optional.empty(), "d3", ERP))).isEqualTo("WRONG_LEVEL");
        assertThat(code(bench.uses.draw(told.id("F9"), Money.cny("1"), Optional.empty(), "d3", ERP))).isEqualTo("ACCOUNT_UNKNOWN");
        assertThat(code(bench.uses.repay(facility, Money.cny("7"), "p0", ERP))).isEqualTo("REPAYMENT_ABOVE_UTILISED");
        assertThat(code(bench.uses.repay(facility, Money.cny("2"), "p1", ERP))).isEqualTo("OK");
        assertThat(told.figure("F", "utilised", TODAY)).isEqualTo("4");

        assertThat(code(bench.uses.reverse(told.id("F2"), ERP, "p1", "v0", ERP))).isEqualTo("COMMAND_UNKNOWN");
        assertThat(code(bench.uses.reverse(facility, new PersonId("crm"), "p1", "v0", ERP))).isEqualTo("COMMAND_UNKNOWN");
        assertThat(code(bench.uses.reverse(facility, ERP, "p1", "v1", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.reverse(facility, ERP, "p1", "v2", ERP))).isEqualTo("ALREADY_REVERSED");
        assertThat(told.figure("F", "utilised", TODAY)).isEqualTo("6");
    }

    @Test
    void aBlockedCustomerDrawsNothingAndRepays() {
        LedgerScript told = new LedgerScript(bench.ledger.ledger()).done("customer CB; credit F under CB 10; draw F 5; order F 2");
        ReservationId held = bench.ledger.ledger().openReservations(told.id("F")).get(0).id();

        assertThat(code(bench.uses.draw(told.id("F"), Money.cny("1"), Optional.empty(), "b1", ERP))).isEqualTo("CUSTOMER_BLOCKED");
        assertThat(code(bench.uses.use(held, Money.cny("1"), "b2", ERP))).isEqualTo("CUSTOMER_BLOCKED");
        assertThat(code(bench.uses.repay(told.id("F"), Money.cny("5"), "b3", ERP))).isEqualTo("OK");
        assertThat(code(bench.uses.release(held, "b4", ERP))).isEqualTo("OK");
    }

    private static String code(Outcome<?> outcome) {
        return outcome.isDone() ? "OK" : outcome.refusals().get(0).code();
    }
}
