package io.shouxin.limit;

import static io.shouxin.limit.LedgerBench.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.database.OnDatabaseServer;
import io.shouxin.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes in processes of their own write to one group; one is killed in the middle (kill -9). */
@Tag("server")
@ExtendWith(OnDatabaseServer.WhereThereIsAServer.class)
class LedgerKilledOnServerTest {

    private static final PersonId OFFICER = new PersonId("analyst");
    private static final GroupId GROUP = new GroupId("G-hot");
    private static final int CAP = 3_000;

    @Test
    void exactlyTheCapIsAcceptedThoughANodeIsKilledWhileBothWrite() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (LedgerBench bench = LedgerBench.onServer(database)) {
            LimitLedger ledger = bench.ledger();
            for (int i = 0; i < 4; i++) {
                ledger.openCustomer(new CustomerId("C-" + i), Optional.of(GROUP), Money.CNY, OFFICER).orElseThrow();
            }
            ledger.grant(LimitAccountId.of(GROUP), Money.cny(String.valueOf(CAP)), new LedgerKey("t", "grant"), TODAY, OFFICER).orElseThrow();

            Node killed = new Node(database, "killed");
            Node other = new Node(database, "other");
            killed.awaitAnswers(200);
            killed.process.destroyForcibly().waitFor();
            assertThat(other.process.waitFor()).isZero();
            Set<String> answeredByKilled = killed.done();
            Set<String> answeredByOther = other.done();

            assertThat(answeredByKilled).as("answered before it was killed").hasSizeGreaterThanOrEqualTo(200);
            assertThat(answeredByOther).as("answered by the other").isNotEmpty();
            Set<String> keys = new TreeSet<>(bench.jdbc().sql("SELECT CONCAT(source, ' ', command_key) FROM limit_entry WHERE verb = 'RESERVE'")
                    .query(String.class).list());
            assertThat(keys).as("none lost").containsAll(answeredByKilled).containsAll(answeredByOther);
            assertThat(keys).as("none over, none double").hasSize(CAP);
            assertThat(ledger.account(LimitAccountId.of(GROUP)).orElseThrow().reserved()).isEqualTo(Money.cny(String.valueOf(CAP)));
            assertThat(bench.jdbc().sql("SELECT COUNT(*) FROM limit_reservation").query(Integer.class).single()).isEqualTo(CAP);
            assertThat(bench.history().reconcile()).isEmpty();
        }
    }

    private static final class Node {
        private final String name;
        private final Path answers;
        private final Process process;

        Node(TestDatabase database, String name) throws IOException {
            this.name = name;
            this.answers = Files.createTempFile("ledger-node", ".txt");
            this.process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path"),
                    LedgerNode.class.getName(), database.url(), database.user(), database.password(), name, "16")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(answers.toFile()).start();
        }

        void awaitAnswers(int many) throws IOException, InterruptedException {
            while (process.isAlive() && done().size() < many) {
                Thread.sleep(20);
            }
        }

        /** Keys of what was answered as done; the last line may have been cut. */
        Set<String> done() throws IOException {
            String text = Files.readString(answers);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> line.startsWith("done "))
                    .map(line -> name + " " + line.substring(5)).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
