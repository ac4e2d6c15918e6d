package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.audit.AuditTrail;
import io.shouxin.customer.EnterpriseSize;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.PersonId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Many customers rated again from the database, beside a plain read of the same rows; run it with a small heap. */
@Tag("bench")
class RerunBench {

    private static final int CUSTOMERS = Integer.getInteger("bench.customers", 100_000);

    @TempDir
    private Path folder;

    @Test
    void customersRatedAgainPerSecondBesideAPlainReadOfTheSameRows() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("ratings") + ";CACHE_SIZE=16384", "sa", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V030__rating.sql"), new ClassPathResource("db/migration/V104__rating_evidence.sql")).execute(pool);
        PolicyBook policies = StandingPolicies.unlogged();
        fill(pool, policies);
        RatingReruns reruns = new RatingReruns(new Ratings(JdbcClient.create(pool)), policies);
        for (int round = 0; round < 2; round++) {
            Measured read = measured(() -> plainRead(pool));
            AtomicLong agreed = new AtomicLong();
            Measured again = measured(() -> {
                agreed.set(0);
                reruns.all(rerun -> agreed.addAndGet(rerun.agrees() ? 1 : 0));
                return agreed.get();
            });
            assertThat(read.rows()).isEqualTo(CUSTOMERS);
            assertThat(again.rows()).as("all agree").isEqualTo(CUSTOMERS);
            System.out.printf("read plainly %,9.0f rows/s, %,9.0f per CPU second; rated again %,9.0f rows/s, %,9.0f per CPU second; ratio %.2f, by CPU %.2f;"
                            + " heap at most %d MB%n", read.perSecond(), read.perCpuSecond(), again.perSecond(), again.perCpuSecond(),
                    again.perSecond() / read.perSecond(), again.perCpuSecond() / read.perCpuSecond(), Runtime.getRuntime().maxMemory() >> 20);
        }
        pool.dispose();
    }

    /** Firms on statements and on invoices, in turn, each under a number of its own. */
    private static void fill(JdbcConnectionPool pool, PolicyBook policies) {
        BusinessClock clock = new BusinessClock(Clock.fixed(Instant.parse("2026-06-30T04:00:00Z"), ZoneOffset.UTC));
        BusinessNumbers numbers = mock(BusinessNumbers.class);
        AtomicInteger running = new AtomicInteger();
        when(numbers.next(any())).thenAnswer(call -> "RT-2026-%06d".formatted(running.incrementAndGet()));
        Facts[] facts = {OnFile.statementFacts(OnFile.soundFirm()),
            new InvoiceFacts(OnFile.common(OnFile.firm(EnterpriseSize.SMALL), OnFile.report(1, 0, 0, "0", false), OnFile.ASSESSMENT), OnFile.steadySmallFirm())};
        RatingDesk desk = new RatingDesk(new Ratings(JdbcClient.create(pool)), new FactGathering(null, null, null, null, OnFile.AGE, clock, null, null) {
            @Override
            Optional<Facts> about(RateCustomer command) {
                return Optional.of(facts[Integer.parseInt(command.attempt())]);
            }
        }, policies, numbers, clock, mock(AuditTrail.class), OnFile.POLICIES, new OverridesInForce(mock(RatingOverrides.class), policies,
                OnFile.POLICIES, clock, mock(AuditTrail.class), mock(MessageDesk.class)), event -> { });
        for (int kind = 0; kind < facts.length; kind++) {
            desk.rate(new RateCustomer(OnFile.FIRM, "CA-2026-000001", String.valueOf(kind), OnFile.TODAY, OnFile.ASSESSMENT), new PersonId("analyst"));
        }
        JdbcClient jdbc = JdbcClient.create(pool);
        for (int from = facts.length + 1; from <= CUSTOMERS; from += 5000) {
            jdbc.sql("""
                    INSERT INTO rating SELECT 'RT-2027-' || LPAD(CAST(n.x AS VARCHAR), 6, '0'), 'C-2027-' || LPAD(CAST(n.x AS VARCHAR), 6, '0'), subject,
                           CAST(n.x AS VARCHAR), basis, knocked_out, score, grade, pd, body, as_of, rated_at, rated_by, evidence
                      FROM SYSTEM_RANGE(:from, :to) n JOIN rating ON rating_id = 'RT-2026-00000' || CAST(MOD(n.x, 2) + 1 AS VARCHAR)""")
                    .param("from", from).param("to", Math.min(CUSTOMERS, from + 4999)).update();
        }
    }

    private static long plainRead(JdbcConnectionPool pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            long rows = 0;
            String last = "";
            for (long before = -1; before != rows;) {
                before = rows;
                try (ResultSet read = statement.executeQuery("SELECT rating_id, customer_id, subject, basis, knocked_out, score, grade, pd, body, as_of,"
                        + " rated_at, rated_by FROM rating WHERE rating_id > '" + last + "' ORDER BY rating_id LIMIT 500")) {
                    while (read.next()) {
                        last = read.getString(1);
                        rows += read.getString(9).isEmpty() ? 0 : 1;
                    }
                }
            }
            return rows;
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Measured measured(Supplier<Long> work) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long rows = work.get();
        return new Measured(rows, (System.nanoTime() - start) / 1e9, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private record Measured(long rows, double seconds, double cpuSeconds) {

        double perSecond() {
            return rows / seconds;
        }

        double perCpuSecond() {
            return rows / cpuSeconds;
        }
    }
}
