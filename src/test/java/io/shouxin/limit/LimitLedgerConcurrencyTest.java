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
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class LimitLedgerConcurrencyTest {

    private static final int THREADS = 64;
    private static final PersonId OFFICER = new PersonId("analyst");
    private static final GroupId GROUP = new GroupId("G-hot");

    LedgerBench bench() {
        return LedgerBench.onH2();
    }

    @Test
    void manyAtOnceReserveExactlyTheCeiling() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "100");
            List<Outcome<LedgerReceipt>> outcomes = together(thread -> {
                List<Outcome<LedgerReceipt>> own = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    own.add(ledger.reserve(order(customer(thread % 4), "1"), new LedgerKey("t" + thread, "r" + i), TODAY, OFFICER));
                }
                return own;
            });
            assertThat(outcomes).hasSize(640);
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(100);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream()).map(Refusal::code).distinct())
                    .containsExactly("LIMIT_EXCEEDED");
            assertThat(ledger.account(LimitAccountId.of(GROUP)).orElseThrow().reserved()).isEqualTo(Money.cny("100"));
            assertThat(bench.history().entries(LimitAccountId.of(GROUP))).hasSize(101);
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    @Test
    void theSameCommandFromManyAtOnceHappensOnce() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "1");
            List<Outcome<LedgerReceipt>> outcomes = together(thread ->
                    List.of(ledger.reserve(order(customer(0), "1"), new LedgerKey("t", "same"), TODAY, OFFICER)));
            assertThat(outcomes).allMatch(Outcome::isDone);
            assertThat(outcomes.stream().map(Outcome::orElseThrow).distinct()).hasSize(1);
            assertThat(ledger.account(LimitAccountId.of(GROUP)).orElseThrow().reserved()).isEqualTo(Money.cny("1"));
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    @Test
    void aReservationThatManyWantToEndEndsOnce() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "100");
            ReservationId held = ledger.reserve(order(customer(0), "50"), new LedgerKey("t", "held"), TODAY, OFFICER)
                    .orElseThrow().reservation().orElseThrow();
            List<Outcome<LedgerReceipt>> outcomes = together(thread -> List.of(thread % 2 == 0
                    ? ledger.release(held, new LedgerKey("t" + thread, "end"), TODAY, OFFICER)
                    : ledger.confirm(held, List.of(new FacilityCommitment(new FacilityId("F-" + thread), Money.cny("20"), true,
                            TODAY.plusDays(5))), new LedgerKey("t" + thread, "end"), TODAY, OFFICER)));
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream()).map(Refusal::code).distinct())
                    .containsExactly("RESERVATION_ENDED");
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    @Test
    void wholeWalksOnOneGroupLeaveItReconciled() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "500");
            together(thread -> {
                List<Outcome<LedgerReceipt>> own = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    String walk = thread + "-" + i;
                    Outcome<LedgerReceipt> reserved = ledger.reserve(new ReserveLimit(customer(thread % 4), Money.cny("7"),
                            ReservationPurpose.NEW_CREDIT, "CA-" + walk, TODAY.plusDays(9), Optional.empty()),
                            new LedgerKey("reserve", walk), TODAY, OFFICER);
                    own.add(reserved);
                    if (reserved.isDone()) {
                        LimitAccountId facility = LimitAccountId.of(new FacilityId("F-" + walk));
                        own.add(ledger.confirm(reserved.orElseThrow().reservation().orElseThrow(),
                                List.of(new FacilityCommitment(new FacilityId("F-" + walk), Money.cny("5"), i % 2 == 0, TODAY.plusDays(5))),
                                new LedgerKey("confirm", walk), TODAY, OFFICER));
                        own.add(ledger.draw(facility, Money.cny("4"), new LedgerKey("draw", walk), TODAY, OFFICER));
                        own.add(ledger.repay(facility, Money.cny("2"), new LedgerKey("repay", walk), TODAY, OFFICER));
                    }
                }
                return own;
            });
            LimitAccountView group = ledger.account(LimitAccountId.of(GROUP)).orElseThrow();
            assertThat(group.exposure()).isLessThanOrEqualTo(Money.cny("500"));
            assertThat(group.reserved()).isEqualTo(Money.cny("0"));
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    @Test
    void connectionsThatAreCutLoseNothingAndDoNothingTwice() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "300");
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger cut = new AtomicInteger();
            Thread cutter = new Thread(() -> {
                while (!over.get()) {
                    cut.addAndGet(bench.cutAConnection());
                    LockSupport.parkNanos(30_000_000);
                }
            });
            cutter.start();
            List<Outcome<LedgerReceipt>> outcomes = together(thread -> {
                List<Outcome<LedgerReceipt>> own = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    own.add(insisting(ledger, thread, i));
                }
                return own;
            });
            over.set(true);
            cutter.join();
            bench.dropConnections();
            assertThat(cut.get()).as("connections cut").isPositive();
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(300);
            assertThat(ledger.account(LimitAccountId.of(GROUP)).orElseThrow().reserved()).isEqualTo(Money.cny("300"));
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    /** As a caller does who got no answer: the same command again under the same key. */
    private static Outcome<LedgerReceipt> insisting(LimitLedger ledger, int thread, int i) {
        for (int attempt = 0; ; attempt++) {
            try {
                return ledger.reserve(order(customer(thread % 4), "1"), new LedgerKey("t" + thread, "r" + i), TODAY, OFFICER);
            } catch (RuntimeException noAnswer) {
                if (attempt > 50) {
                    throw noAnswer;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    @Test
    void aCallersTransactionAndTheLanesShareOneGroup() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "200");
            TransactionTemplate own = new TransactionTemplate(bench.transactions());
            List<Outcome<LedgerReceipt>> outcomes = together(thread -> {
                List<Outcome<LedgerReceipt>> all = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    LedgerKey key = new LedgerKey("t" + thread, "r" + i);
                    all.add(thread % 8 == 0 ? own.execute(status -> ledger.reserve(order(customer(thread % 4), "1"), key, TODAY, OFFICER))
                            : ledger.reserve(order(customer(thread % 4), "1"), key, TODAY, OFFICER));
                }
                return all;
            });
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(200);
            assertThat(ledger.account(LimitAccountId.of(GROUP)).orElseThrow().reserved()).isEqualTo(Money.cny("200"));
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    private static LimitLedger hotGroup(LedgerBench bench, String ceiling) {
        LimitLedger ledger = bench.ledger();
        for (int i = 0; i < 4; i++) {
            ledger.openCustomer(customer(i), Optional.of(GROUP), Money.CNY, OFFICER).orElseThrow();
        }
        ledger.grant(LimitAccountId.of(GROUP), Money.cny(ceiling), new LedgerKey("t", "grant"), TODAY, OFFICER).orElseThrow();
        return ledger;
    }

    private static CustomerId customer(int number) {
        return new CustomerId("C-" + number);
    }

    /** Whoever holds the application's connections may be waiting for this very command. */
    @Test
    void aCommandOnItsOwnNeedsNoneOfTheApplicationsConnections() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "1000");
            bench.rate("USD", "7.1");
            LimitAccountId facility = LimitAccountId.of(new FacilityId("F-usd"));
            ReservationId held = ledger.reserve(order(customer(1), "100"), new LedgerKey("t", "r"), TODAY, OFFICER).orElseThrow().reservation().orElseThrow();
            ledger.confirm(held, List.of(new FacilityCommitment(new FacilityId("F-usd"), Money.of("10", "USD"), true, TODAY.plusYears(1))),
                    new LedgerKey("t", "c"), TODAY, OFFICER).orElseThrow();
            List<Connection> all = new ArrayList<>();
            try {
                for (int i = 0; i < 40; i++) {
                    all.add(bench.dataSource().getConnection());
                }
                assertThat(ledger.draw(facility, Money.of("4", "USD"), new LedgerKey("t", "d"), TODAY, OFFICER).isDone()).isTrue();
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    /** The next batch is worked out on what the one before is about to leave; if that comes to nothing, so must what was built on it. */
    @Test
    void whatWasWorkedOutOnABatchThatFailedIsWorkedOutAnew() throws Exception {
        try (LedgerBench bench = bench()) {
            LimitLedger ledger = hotGroup(bench, "1000000");
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger failed = new AtomicInteger();
            Thread breaker = new Thread(() -> {
                // Another writer changes the group under the feet of batches under way.
                for (int i = 0; !over.get(); i++) {
                    String key = "other " + i;
                    new TransactionTemplate(bench.transactions()).executeWithoutResult(status -> {
                        ledger.increase(LimitAccountId.of(GROUP), Money.cny("1"), new LedgerKey("breaker", key), TODAY, OFFICER).orElseThrow();
                        status.setRollbackOnly();
                    });
                    new TransactionTemplate(bench.transactions()).executeWithoutResult(status ->
                            ledger.increase(LimitAccountId.of(GROUP), Money.cny("1"), new LedgerKey("breaker", key), TODAY, OFFICER).orElseThrow());
                    failed.incrementAndGet();
                }
            });
            breaker.start();
            List<Outcome<LedgerReceipt>> outcomes;
            try {
                outcomes = together(thread -> {
                    List<Outcome<LedgerReceipt>> own = new ArrayList<>();
                    for (int i = 0; i < 20; i++) {
                        own.add(ledger.reserve(order(customer(thread % 4), "1"), new LedgerKey("t" + thread, "r" + i), TODAY, OFFICER));
                    }
                    return own;
                });
            } finally {
                over.set(true);
                breaker.join();
            }
            assertThat(outcomes).hasSize(THREADS * 20).allMatch(Outcome::isDone);
            LimitAccountView group = ledger.account(LimitAccountId.of(GROUP)).orElseThrow();
            assertThat(group.reserved()).isEqualTo(Money.cny(String.valueOf(THREADS * 20)));
            assertThat(group.ceiling()).contains(Money.cny(String.valueOf(1_000_000 + failed.get())));
            assertThat(failed.get()).isPositive();
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    private static ReserveLimit order(CustomerId customer, String amount) {
        return new ReserveLimit(customer, Money.cny(amount), ReservationPurpose.UNDER_CEILING, "order", TODAY.plusDays(9), Optional.empty());
    }

    private interface Work {
        List<Outcome<LedgerReceipt>> of(int thread);
    }

    private static List<Outcome<LedgerReceipt>> together(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<List<Outcome<LedgerReceipt>>>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(threads.submit((Callable<List<Outcome<LedgerReceipt>>>) () -> {
                    start.await();
                    return work.of(thread);
                }));
            }
            start.countDown();
            List<Outcome<LedgerReceipt>> outcomes = new ArrayList<>();
            for (Future<List<Outcome<LedgerReceipt>>> done : running) {
                outcomes.addAll(done.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
