package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Steps of reserve, confirm, draw, repay through the ledger, on one hot group and spread over many, beside plain JDBC that does one
 * step's rows in a transaction of its own; on a server that flushes at each commit. All take turns in one run.
 */
@Tag("bench")
@Tag("server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerThroughputBench {

    private static final PersonId OFFICER = new PersonId("bench");
    private static final Money ONE = Money.cny("1");
    private static final int[] CLIENTS = Arrays.stream(System.getProperty("bench.clients", "1,8,64,256").split(",")).mapToInt(Integer::parseInt)
            .toArray();
    private static final int SECONDS = Integer.getInteger("bench.seconds", 3);
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warmup", 5);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int TREES = Integer.getInteger("bench.trees", 10_000);
    private static final BigDecimal CAP = new BigDecimal("1000000000");

    private enum Way {
        LEDGER, CONDITIONAL_UPDATE, FOR_UPDATE
    }

    private static final List<Way> WAYS = Arrays.stream(System.getProperty("bench.ways", "LEDGER,CONDITIONAL_UPDATE,FOR_UPDATE").split(","))
            .map(Way::valueOf).toList();

    private LedgerBench bench;
    private HikariDataSource plain;

    @BeforeAll
    void open() throws Exception {
        bench = LedgerBench.onServer();
        plain = bench.anotherPool(Arrays.stream(CLIENTS).max().orElseThrow());
        try (Connection connection = plain.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            // The 128 MB of an untouched configuration don't hold a run's entries.
            sql.execute("SET GLOBAL innodb_buffer_pool_size = " + (2L << 30));
            LedgerFloor.tables(connection, TREES, CAP);
        }
        AtomicInteger next = new AtomicInteger();
        together(16, client -> {
            for (int tree = next.getAndIncrement(); tree < TREES; tree = next.getAndIncrement()) {
                plant(tree);
            }
        });
    }

    @AfterAll
    void close() {
        plain.close();
        bench.close();
    }

    private void plant(int tree) {
        LimitLedger ledger = bench.ledger();
        CustomerId customer = new CustomerId("C-" + tree);
        ledger.openCustomer(customer, Optional.of(new GroupId("G-" + tree)), Money.CNY, OFFICER).orElseThrow();
        ledger.grant(LimitAccountId.of(new GroupId("G-" + tree)), Money.cny(CAP), key("grant", tree), TODAY, OFFICER).orElseThrow();
        ReservationId held = ledger.reserve(new ReserveLimit(customer, ONE, ReservationPurpose.UNDER_CEILING, "bench", TODAY, Optional.empty()),
                key("first", tree), TODAY, OFFICER).orElseThrow().reservation().orElseThrow();
        ledger.confirm(held, List.of(new FacilityCommitment(new FacilityId("F-" + tree), ONE, false, TODAY.plusYears(1))),
                key("open", tree), TODAY, OFFICER).orElseThrow();
    }

    @Test
    void oneHotGroup() throws Exception {
        compare("one hot group", () -> 0);
    }

    @Test
    void spreadOverManyGroups() throws Exception {
        compare(TREES + " groups", () -> ThreadLocalRandom.current().nextInt(TREES));
    }

    private interface Choice {
        int tree();
    }

    private void compare(String shape, Choice choice) throws Exception {
        System.out.printf("%n%-18s %7s %-19s %9s %9s %9s  processor us a step: here, in a server started here%n", "shape", "clients", "way", "steps/s",
                "p50 ms", "p99 ms");
        for (int clients : CLIENTS) {
            Map<Way, Measured> all = new EnumMap<>(Way.class);
            for (int round = 0; round <= ROUNDS; round++) {
                for (Way way : WAYS) {
                    Measured measured = run(way, clients, choice, round == 0 ? WARM_UP_SECONDS : SECONDS);
                    if (round > 0) {
                        all.merge(way, measured, Measured::and);
                    }
                }
            }
            all.forEach((way, m) -> System.out.printf("%-18s %7d %-19s %9.0f %9.2f %9.2f %7.0f %7.0f%n", shape, clients, way, m.perSecond(), m.percentile(50),
                    m.percentile(99), m.microsOfAStep(m.used().here()), m.microsOfAStep(m.used().server())));
            Measured ledger = all.get(Way.LEDGER);
            for (Way floor : all.keySet().stream().filter(way -> ledger != null && way != Way.LEDGER).toList()) {
                System.out.printf("%-18s %7d ledger / %-19s %8.2f x, p99 %5.2f%n", shape, clients, floor,
                        ledger.perSecond() / all.get(floor).perSecond(), ledger.percentile(99) / all.get(floor).percentile(99));
            }
        }
        long from = System.nanoTime();
        assertThat(bench.history().reconcile()).isEmpty();
        System.out.printf("%-18s nightly sums over %d entries: %.1f s%n", shape, bench.jdbc().sql("SELECT COUNT(*) FROM limit_entry").query(Long.class).single(),
                (System.nanoTime() - from) / 1e9);
    }

    private Measured run(Way way, int clients, Choice choice, int seconds) throws Exception {
        List<long[]> latencies = new ArrayList<>();
        Processor before = Processor.now();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long start = System.nanoTime();
        together(clients, client -> {
            Latencies own = new Latencies();
            if (way == Way.LEDGER) {
                while (System.nanoTime() < end) {
                    cycle(choice.tree(), own);
                }
            } else {
                try (LedgerFloor floor = new LedgerFloor(plain)) {
                    for (int step = 0; System.nanoTime() < end; step++) {
                        long from = System.nanoTime();
                        BigDecimal by = step % 2 == 0 ? BigDecimal.ONE : BigDecimal.ONE.negate();
                        assertThat(floor.step(LedgerFloor.Way.valueOf(way.name()), choice.tree(), by)).isTrue();
                        own.add(System.nanoTime() - from);
                    }
                }
            }
            synchronized (latencies) {
                latencies.add(own.all());
            }
        });
        return new Measured(latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray(), (System.nanoTime() - start) / 1e9,
                Processor.now().since(before));
    }

    private void cycle(int tree, Latencies own) {
        LimitLedger ledger = bench.ledger();
        LimitAccountId facility = LimitAccountId.of(new FacilityId("F-" + tree));
        String run = Long.toString(ThreadLocalRandom.current().nextLong(), 36);
        ReserveLimit order = new ReserveLimit(new CustomerId("C-" + tree), ONE, ReservationPurpose.UNDER_CEILING, "bench", TODAY, Optional.empty());
        ReservationId held = own.timed(() -> ledger.reserve(order, new LedgerKey("reserve", run), TODAY, OFFICER)).reservation().orElseThrow();
        own.timed(() -> ledger.confirmInto(held, facility, ONE, new LedgerKey("confirm", run), TODAY, OFFICER));
        own.timed(() -> ledger.draw(facility, ONE, new LedgerKey("draw", run), TODAY, OFFICER));
        own.timed(() -> ledger.repay(facility, ONE, new LedgerKey("repay", run), TODAY, OFFICER));
    }

    private static LedgerKey key(String act, int tree) {
        return new LedgerKey("plant", act + " " + tree);
    }

    interface Client {
        void run(int number) throws Exception;
    }

    static void together(int clients, Client client) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    client.run(number);
                } catch (Throwable failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " clients failed", failures.get(0));
        }
    }

    private static final class Latencies {
        private long[] nanos = new long[1024];
        private int count;

        void add(long nanosOfOne) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = nanosOfOne;
        }

        LedgerReceipt timed(java.util.function.Supplier<io.shouxin.kernel.Outcome<LedgerReceipt>> step) {
            long from = System.nanoTime();
            LedgerReceipt receipt = step.get().orElseThrow();
            add(System.nanoTime() - from);
            return receipt;
        }

        long[] all() {
            return Arrays.copyOf(nanos, count);
        }
    }

    /** Seconds of processor time used by this process and by those it has started. */
    private record Processor(double here, double server) {

        static Processor now() {
            ProcessHandle own = ProcessHandle.current();
            return new Processor(of(own), own.descendants().mapToDouble(Processor::of).sum());
        }

        private static double of(ProcessHandle process) {
            return process.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(0.0);
        }

        Processor since(Processor before) {
            return new Processor(here - before.here, server - before.server);
        }

        Processor and(Processor other) {
            return new Processor(here + other.here, server + other.server);
        }
    }

    private record Measured(long[] sortedNanos, double seconds, Processor used) {

        Measured and(Measured other) {
            long[] both = Arrays.copyOf(sortedNanos, sortedNanos.length + other.sortedNanos.length);
            System.arraycopy(other.sortedNanos, 0, both, sortedNanos.length, other.sortedNanos.length);
            Arrays.sort(both);
            return new Measured(both, seconds + other.seconds, used.and(other.used));
        }

        double perSecond() {
            return sortedNanos.length / seconds;
        }

        double microsOfAStep(double usedSeconds) {
            return usedSeconds * 1e6 / sortedNanos.length;
        }

        double percentile(int percent) {
            return sortedNanos.length == 0 ? 0 : sortedNanos[Math.min(sortedNanos.length - 1, sortedNanos.length * percent / 100)] / 1e6;
        }
    }
}
