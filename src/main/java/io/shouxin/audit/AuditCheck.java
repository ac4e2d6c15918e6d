package io.shouxin.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes over the whole audit trail (审计链核查): every entry against its fingerprint and the entry before it, every seal against the seal
 * before it, its signature and the ends of chains it names. Changes nothing.
 */
@Service
public class AuditCheck {

    /** So many findings are told; after that the trail is spoilt, not tampered with. */
    public static final int MOST_FINDINGS = 200;

    private static final String SEALS = "seal";
    private static final int TOGETHER = 5000;

    private final AuditTable table;
    private final AuditSeals seals;
    private final JdbcClient jdbc;

    AuditCheck(AuditSeals seals, JdbcClient jdbc) {
        this.table = new AuditTable(jdbc);
        this.seals = seals;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Result run() {
        return run(entry -> { });
    }

    /** @param visitor is shown every entry on the way */
    @Transactional(readOnly = true)
    public Result run(Consumer<AuditEntry> visitor) {
        List<AuditFinding> findings = new ArrayList<>();
        long entries = entries(findings, visitor);
        List<AuditSeal> all = seals.all();
        seals(all, findings);
        rewritten(findings);
        return new Result(entries, all.isEmpty() ? null : all.get(all.size() - 1), all.size(),
                findings.stream().limit(MOST_FINDINGS).toList());
    }

    private long entries(List<AuditFinding> findings, Consumer<AuditEntry> visitor) {
        Walk walk = new Walk(findings);
        long count = 0;
        for (List<AuditTable.Numbered> some = table.after("", 0, TOGETHER); !some.isEmpty() && findings.size() < MOST_FINDINGS;
                some = table.after(walk.subject, walk.position, TOGETHER)) {
            some.forEach(numbered -> {
                walk.step(numbered);
                visitor.accept(numbered.entry());
            });
            count += some.size();
        }
        return count;
    }

    private void seals(List<AuditSeal> all, List<AuditFinding> findings) {
        long expected = 1;
        String before = AuditEntry.BEGINNING;
        for (AuditSeal seal : all) {
            if (seal.number() != expected) {
                findings.add(new AuditFinding(SEALS, expected, AuditFinding.Kind.MISSING, "seals " + expected + " to " + (seal.number() - 1) + " are missing"));
            } else if (!seal.follows(before)) {
                findings.add(new AuditFinding(SEALS, seal.number(), AuditFinding.Kind.CHANGED, "the seal is not as it was made, or does not follow the seal before"));
            }
            if (!seal.signature().holds(seal.sha256().getBytes(StandardCharsets.US_ASCII))) {
                findings.add(new AuditFinding(SEALS, seal.number(), AuditFinding.Kind.NOT_SIGNED, "the bank's signature does not hold"));
            }
            heads(seal, findings);
            before = seal.sha256();
            expected = seal.number() + 1;
        }
    }

    private void heads(AuditSeal seal, List<AuditFinding> findings) {
        String digest = AuditEntry.BEGINNING;
        long line = 0;
        for (List<AuditSeal.Head> some = seals.heads(seal.number(), 0, TOGETHER); !some.isEmpty(); some = seals.heads(seal.number(), line, TOGETHER)) {
            for (AuditSeal.Head head : some) {
                digest = head.after(digest);
            }
            line += some.size();
        }
        if (!digest.equals(seal.headsSha256()) || line != seal.subjects()) {
            findings.add(new AuditFinding(SEALS, seal.number(), AuditFinding.Kind.CHANGED, "the ends of chains kept with the seal are not those that were sealed"));
        }
    }

    /** What was sealed must still stand where it stood. */
    private void rewritten(List<AuditFinding> findings) {
        findings.addAll(jdbc.sql("SELECT h.seal_no, h.subject, h.position, e.sha256 FROM audit_sealed_head h LEFT JOIN audit_entry e "
                        + "ON e.subject = h.subject AND e.position = h.position WHERE e.sha256 IS NULL OR e.sha256 <> h.sha256 "
                        + "ORDER BY h.subject, h.position LIMIT " + MOST_FINDINGS)
                .query((row, n) -> row.getString(4) == null
                        ? new AuditFinding(row.getString(2), row.getLong(3), AuditFinding.Kind.MISSING,
                                "entry " + row.getLong(3) + " stood here when seal " + row.getLong(1) + " was made and is missing")
                        : new AuditFinding(row.getString(2), row.getLong(3), AuditFinding.Kind.REWRITTEN,
                                "the chain was written anew: seal " + row.getLong(1) + " names another entry " + row.getLong(3))).list());
    }

    /** Steps from entry to entry. */
    private static final class Walk {
        private final List<AuditFinding> findings;
        private String subject = "";
        private long position;
        private String before = AuditEntry.BEGINNING;

        private Walk(List<AuditFinding> findings) {
            this.findings = findings;
        }

        private void step(AuditTable.Numbered numbered) {
            AuditEntry entry = numbered.entry();
            if (!entry.subject().equals(subject)) {
                subject = entry.subject();
                position = 0;
                before = AuditEntry.BEGINNING;
            }
            if (entry.position() != position + 1) {
                add(position + 1, AuditFinding.Kind.MISSING, (entry.position() == position + 2 ? "the entry is missing"
                        : "entries " + (position + 1) + " to " + (entry.position() - 1) + " are missing") + " before row " + numbered.number());
            } else if (!entry.follows(before)) {
                add(entry.position(), AuditFinding.Kind.CHANGED, "row " + numbered.number() + " (" + entry.act() + " by " + entry.actor()
                        + ") was changed, put in or moved: it does not fit its fingerprint after the entry before it");
            }
            position = entry.position();
            before = entry.sha256();
        }

        private void add(long place, AuditFinding.Kind kind, String what) {
            findings.add(new AuditFinding(subject, place, kind, what));
        }
    }

    /**
     * What the check saw.
     *
     * @param newest the seal at the end; null before the first. Its fingerprint is worth noting outside: it proves that no seal was cut off
     */
    public record Result(long entries, AuditSeal newest, long seals, List<AuditFinding> findings) {

        public boolean intact() {
            return findings.isEmpty();
        }
    }
}
