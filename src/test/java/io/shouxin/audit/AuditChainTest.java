package io.shouxin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written into the audit trail stands there as it was written, or the check says where it does not. */
class AuditChainTest {

    private AuditBench bench;

    AuditBench bench(String... before) {
        return AuditBench.onH2(before);
    }

    @BeforeEach
    void threeCasesWithFourEntriesEach() {
        bench = bench();
        for (String act : List.of("OPENED", "ASSESSED", "DECIDED", "CLOSED")) {
            List.of("CA-1", "CA-2", "CA-3").forEach(subject -> bench.act(subject, act));
        }
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void whatWasWrittenHolds() {
        bench.seals().seal();

        assertThat(bench.check().run().findings()).isEmpty();
        assertThat(bench.check().run().entries()).isEqualTo(12);
        assertThat(bench.trail().of("CA-2")).extracting(AuditEntry::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a detail is changed          | UPDATE audit_entry SET detail = 'x' WHERE subject = 'CA-2' AND position = 2                | CA-2 | 2 | CHANGED
            an actor is changed          | UPDATE audit_entry SET actor = 'boss' WHERE subject = 'CA-2' AND position = 1              | CA-2 | 1 | CHANGED
            an act is changed            | UPDATE audit_entry SET act = 'DECLINED' WHERE subject = 'CA-1' AND position = 3            | CA-1 | 3 | CHANGED
            a time is changed            | UPDATE audit_entry SET happened_at = '2026-03-01 02:00:00.123456' WHERE subject = 'CA-3' AND position = 4 | CA-3 | 4 | CHANGED
            a fingerprint is changed     | UPDATE audit_entry SET sha256 = 'aa' WHERE subject = 'CA-1' AND position = 1               | CA-1 | 1 | CHANGED
            the first entry is removed   | DELETE FROM audit_entry WHERE subject = 'CA-2' AND position = 1                            | CA-2 | 1 | MISSING
            one in the middle is removed | DELETE FROM audit_entry WHERE subject = 'CA-2' AND position = 3                            | CA-2 | 3 | MISSING
            an entry is put in at the end | INSERT INTO audit_entry (subject, position, act, actor, detail, happened_at, sha256) VALUES ('CA-3', 5, 'X', 'y', '', '2026-03-02 02:00:00', 'aa') | CA-3 | 5 | CHANGED
            an entry moves to another case | UPDATE audit_entry SET subject = 'CA-9', position = 1 WHERE subject = 'CA-1' AND position = 4 | CA-9 | 1 | CHANGED
            """)
    void everyChangeIsFoundAndItsPlaceNamed(String what, String change, String subject, long place, AuditFinding.Kind kind) {
        bench.jdbc().sql(change).update();

        assertThat(bench.check().run().findings()).extracting(AuditFinding::subject, AuditFinding::place, AuditFinding::kind)
                .contains(tuple(subject, place, kind));
    }

    @Test
    void entriesThatChangePlacesAreFound() {
        bench.jdbc().sql("UPDATE audit_entry SET position = 99 WHERE subject = 'CA-1' AND position = 2").update();
        bench.jdbc().sql("UPDATE audit_entry SET position = 2 WHERE subject = 'CA-1' AND position = 3").update();
        bench.jdbc().sql("UPDATE audit_entry SET position = 3 WHERE subject = 'CA-1' AND position = 99").update();

        assertThat(bench.check().run().findings()).extracting(AuditFinding::place).contains(2L, 3L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the end of a chain is cut off  | DELETE FROM audit_entry WHERE subject = 'CA-2' AND position = 4     | CA-2 | MISSING
            a whole chain is removed       | DELETE FROM audit_entry WHERE subject = 'CA-3'                      | CA-3 | MISSING
            a seal is changed              | UPDATE audit_seal SET entries = 11 WHERE seal_no = 1                | seal | CHANGED
            a seal is removed              | DELETE FROM audit_seal WHERE seal_no = 1                            | seal | MISSING
            an end is taken out of a seal  | DELETE FROM audit_sealed_head WHERE subject = 'CA-3'                | seal | CHANGED
            an end in a seal is changed    | UPDATE audit_sealed_head SET position = 3 WHERE subject = 'CA-3'    | seal | CHANGED
            a signature is changed         | UPDATE audit_seal SET signature = REPLACE(signature, '0', '1') WHERE seal_no = 1 | seal | NOT_SIGNED
            the bank's key is exchanged    | UPDATE bank_key SET public_key = REPLACE(public_key, '0', '1')      | seal | NOT_SIGNED
            """)
    void whatWasSealedCannotBeTakenAway(String what, String change, String subject, AuditFinding.Kind kind) {
        bench.seals().seal();
        bench.act("CA-1", "REOPENED");
        bench.seals().seal();
        bench.jdbc().sql(change).update();

        assertThat(bench.check().run().findings()).extracting(AuditFinding::subject, AuditFinding::kind).contains(tuple(subject, kind));
    }

    @Test
    void aChainWrittenAnewWithFittingFingerprintsIsFoundByTheSeal() {
        bench.seals().seal();
        List<AuditEntry> former = bench.trail().of("CA-1");
        bench.jdbc().sql("DELETE FROM audit_entry WHERE subject = 'CA-1'").update();
        former.forEach(entry -> bench.inTransaction(() -> bench.trail().record("CA-1", entry.act(), AuditBench.OFFICER, "anders")));

        assertThat(bench.check().run().findings()).extracting(AuditFinding::subject, AuditFinding::kind)
                .containsExactly(tuple("CA-1", AuditFinding.Kind.REWRITTEN));
    }

    @Test
    void aSealIsOnlyMadeWhenSomethingWasAdded() {
        assertThat(bench.seals().seal().orElseThrow().number()).isEqualTo(1);
        assertThat(bench.seals().seal().orElseThrow().number()).isEqualTo(1);
        bench.act("CA-1", "REOPENED");
        AuditSeal second = bench.seals().seal().orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.subjects()).isEqualTo(1);
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntryAndNoGap() {
        assertThatThrownBy(() -> bench.inTransaction(() -> {
            bench.trail().record("CA-1", "REOPENED", AuditBench.OFFICER, "");
            throw new IllegalStateException("not done");
        })).isInstanceOf(IllegalStateException.class);
        bench.act("CA-1", "ARCHIVED");

        assertThat(bench.trail().of("CA-1")).extracting(AuditEntry::act).endsWith("CLOSED", "ARCHIVED");
        assertThat(bench.check().run().findings()).isEmpty();
    }

    @Test
    void aTransactionReadsItsOwnEntries() {
        bench.inTransaction(() -> {
            bench.trail().record("CA-1", "REOPENED", AuditBench.OFFICER, "");
            assertThat(bench.trail().of("CA-1")).extracting(AuditEntry::act).endsWith("REOPENED");
            bench.trail().record("CA-1", "ARCHIVED", AuditBench.OFFICER, "");
        });

        assertThat(bench.trail().of("CA-1")).hasSize(6);
        assertThat(bench.check().run().findings()).isEmpty();
    }

    @Test
    void manyWhoActOnTheSameCasesAtOnceLoseNothing() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            int me = person;
            working.add(people.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    bench.inTransaction(() -> {
                        // Different people touch the cases in different orders.
                        bench.trail().record(me % 2 == 0 ? "CA-1" : "CA-2", "TOUCHED", AuditBench.OFFICER, "");
                        bench.trail().record(me % 2 == 0 ? "CA-2" : "CA-1", "TOUCHED", AuditBench.OFFICER, "");
                    });
                }
            }));
        }
        for (Future<?> one : working) {
            one.get();
        }
        people.shutdown();

        assertThat(bench.trail().of("CA-1")).hasSize(204);
        assertThat(bench.trail().of("CA-2")).hasSize(204);
        assertThat(bench.check().run().findings()).isEmpty();
    }

    @Test
    void halfACharacterIsNeverKept() {
        bench.inTransaction(() -> bench.trail().record("CA-1", "NOTED", AuditBench.OFFICER, "x".repeat(1999) + "𠮷野"));

        assertThat(bench.trail().of("CA-1").get(4).detail()).hasSize(1999);
        assertThat(bench.check().run().findings()).isEmpty();
    }

    @Test
    void entriesOfBeforeAreTakenIntoTheChain() {
        try (AuditBench old = bench("INSERT INTO audit_entry (subject, act, actor, detail, happened_at) VALUES ('CA-7', 'OPENED', 'rm', '甲', '2026-01-01 02:00:00.5')",
                "INSERT INTO audit_entry (subject, act, actor, detail, happened_at) VALUES ('CA-8', 'OPENED', 'rm', '', '2026-01-01 02:00:00')",
                "INSERT INTO audit_entry (subject, act, actor, detail, happened_at) VALUES ('CA-7', 'CLOSED', 'rm', '', '2026-01-02 02:00:00')")) {
            old.act("CA-7", "REOPENED");

            assertThat(old.trail().of("CA-7")).extracting(AuditEntry::act, AuditEntry::position)
                    .containsExactly(tuple("OPENED", 1L), tuple("CLOSED", 2L), tuple("REOPENED", 3L));
            assertThat(old.check().run().findings()).isEmpty();
            old.jdbc().sql("UPDATE audit_entry SET actor = 'x' WHERE act = 'CLOSED'").update();
            assertThat(old.check().run().findings()).extracting(AuditFinding::subject, AuditFinding::place).containsExactly(tuple("CA-7", 2L));
        }
    }
}
