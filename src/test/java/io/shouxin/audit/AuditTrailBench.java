package io.shouxin.audit;

import io.shouxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a chained entry costs beside the plain insert it was before: acts a second on H2 and on the tests' server, one act a transaction, on
 * cases of their own and all on one case.
 */
@Tag("bench")
class AuditTrailBench {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int ACTS = Integer.getInteger("bench.acts", 400);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    static {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(ch.qos.logback.classic.Level.WARN);
    }

    AuditBench bench() {
        return AuditBench.onH2();
    }

    @Test
    void besideAPlainInsert() throws Exception {
        System.out.printf("%d clients, %d acts each, %d rounds: acts a second%n", CLIENTS, ACTS, ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            try (AuditBench bench = bench()) {
                bench.jdbc().sql("CREATE TABLE plain_entry (entry_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, subject VARCHAR(60) NOT NULL, act VARCHAR(60) NOT NULL, "
                        + "actor VARCHAR(40) NOT NULL, detail VARCHAR(2000) NOT NULL, happened_at DATETIME(6) NOT NULL)").update();
                bench.jdbc().sql("CREATE INDEX ix_plain_entry ON plain_entry (subject, entry_id)").update();
                double plain = perSecond(bench, (client, i) -> plain(bench, "CA-" + client + "-" + i / 10));
                double chained = perSecond(bench, (client, i) -> bench.trail().record("CA-" + client + "-" + i / 10, "ACTED", AuditBench.OFFICER, "detail"));
                double plainHot = perSecond(bench, (client, i) -> plain(bench, "HOT"));
                double hot = perSecond(bench, (client, i) -> bench.trail().record("HOT", "ACTED", AuditBench.OFFICER, "detail"));
                System.out.printf("own cases: plain %,.0f, chained %,.0f (%.0f %%); one case: plain %,.0f, chained %,.0f (%.0f %%)%n", plain, chained,
                        chained / plain * 100, plainHot, hot, hot / plainHot * 100);
            }
        }
    }

    private static void plain(AuditBench bench, String subject) {
        bench.jdbc().sql("INSERT INTO plain_entry (subject, act, actor, detail, happened_at) VALUES (?, ?, ?, ?, ?)")
                .params(subject, "ACTED", new PersonId("analyst").value(), "detail", Timestamp.from(Instant.EPOCH)).update();
    }

    private static double perSecond(AuditBench bench, Acting acting) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        Future<?>[] working = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() -> {
            for (int i = 0; i < ACTS; i++) {
                int act = i;
                bench.inTransaction(() -> acting.act(client, act));
            }
        })).toArray(Future[]::new);
        for (Future<?> one : Arrays.asList(working)) {
            one.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        return CLIENTS * ACTS / seconds;
    }

    private interface Acting {
        void act(int client, int number);
    }
}
