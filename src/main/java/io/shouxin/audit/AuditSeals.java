package io.shouxin.audit;

import io.shouxin.kernel.BusinessClock;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals the audit trail: what was sealed cannot be rewritten or taken away, not even a whole chain, without the bank's key. */
@Service
public class AuditSeals {

    private static final int TOGETHER = 2000;
    private static final String SELECT = "SELECT s.seal_no, s.sealed_at, s.subjects, s.entries, s.heads_sha256, s.sha256, s.key_id, k.public_key, "
            + "s.signature FROM audit_seal s LEFT JOIN bank_key k ON k.key_id = s.key_id ";
    /** Chains of a range of subjects that are longer than any seal says. */
    private static final String GROWN = """
            SELECT e.subject, e.position, e.sha256
              FROM (SELECT subject, MAX(position) position FROM audit_entry WHERE subject > :after AND subject <= :upTo GROUP BY subject) h
              JOIN audit_entry e ON e.subject = h.subject AND e.position = h.position
              LEFT JOIN (SELECT subject, MAX(position) position FROM audit_sealed_head WHERE subject > :after AND subject <= :upTo GROUP BY subject) s
                     ON s.subject = h.subject
             WHERE s.position IS NULL OR s.position < h.position
             ORDER BY e.subject""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final BankKeys keys;
    private final BusinessClock clock;

    AuditSeals(JdbcTemplate template, BankKeys keys, BusinessClock clock) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.keys = keys;
        this.clock = clock;
    }

    /** Seals every chain that grew since the seal before. @return the newest seal; empty as long as nothing was ever written */
    @Transactional
    public Optional<AuditSeal> seal() {
        Optional<AuditSeal> before = newest();
        long number = before.map(AuditSeal::number).orElse(0L) + 1;
        String digest = AuditEntry.BEGINNING;
        long subjects = 0;
        for (String after = ""; ; ) {
            Optional<String> upTo = lastOfNext(after);
            if (upTo.isEmpty()) {
                break;
            }
            List<AuditSeal.Head> grown = jdbc.sql(GROWN).param("after", after).param("upTo", upTo.get())
                    .query((row, n) -> new AuditSeal.Head(row.getString(1), row.getLong(2), row.getString(3))).list();
            for (AuditSeal.Head head : grown) {
                digest = head.after(digest);
            }
            keep(number, subjects, grown);
            subjects += grown.size();
            after = upTo.get();
        }
        return subjects == 0 ? before : Optional.of(sealed(number, subjects, digest, before.map(AuditSeal::sha256).orElse(AuditEntry.BEGINNING)));
    }

    private AuditSeal sealed(long number, long subjects, String digest, String before) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long entries = jdbc.sql("SELECT COUNT(*) FROM audit_entry").query(Long.class).single();
        String sha256 = AuditSeal.hash(number, at, subjects, entries, digest, before);
        BankSignature signature = keys.sign(sha256.getBytes(StandardCharsets.US_ASCII));
        jdbc.sql("INSERT INTO audit_seal (seal_no, sealed_at, subjects, entries, heads_sha256, sha256, key_id, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, AuditTable.stored(at), subjects, entries, digest, sha256, signature.keyId(), signature.value()).update();
        return new AuditSeal(number, at, subjects, entries, digest, sha256, signature);
    }

    private void keep(long number, long from, List<AuditSeal.Head> heads) {
        template.batchUpdate("INSERT INTO audit_sealed_head (seal_no, line_no, subject, position, sha256) VALUES (?, ?, ?, ?, ?)",
                java.util.stream.IntStream.range(0, heads.size()).mapToObj(i -> new Object[] {number, from + i + 1, heads.get(i).subject(),
                        heads.get(i).position(), heads.get(i).sha256()}).toList());
    }

    /** The last of the next so many subjects. */
    private Optional<String> lastOfNext(String after) {
        return jdbc.sql("SELECT MAX(subject) FROM (SELECT DISTINCT subject FROM audit_entry WHERE subject > ? ORDER BY subject LIMIT ?) next_ones")
                .params(after, TOGETHER).query((row, n) -> Optional.ofNullable(row.getString(1))).single();
    }

    /** The seal that stands at the end; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<AuditSeal> newest() {
        return jdbc.sql(SELECT + "ORDER BY s.seal_no DESC LIMIT 1").query(AuditSeals::read).optional();
    }

    List<AuditSeal> all() {
        return jdbc.sql(SELECT + "ORDER BY s.seal_no").query(AuditSeals::read).list();
    }

    List<AuditSeal.Head> heads(long seal, long after, int most) {
        return jdbc.sql("SELECT subject, position, sha256 FROM audit_sealed_head WHERE seal_no = ? AND line_no > ? ORDER BY line_no LIMIT ?")
                .params(seal, after, most).query((row, n) -> new AuditSeal.Head(row.getString(1), row.getLong(2), row.getString(3))).list();
    }

    private static AuditSeal read(ResultSet row, int n) throws SQLException {
        String publicKey = row.getString(8);
        return new AuditSeal(row.getLong(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getLong(3), row.getLong(4),
                row.getString(5), row.getString(6), new BankSignature(row.getString(7), publicKey == null ? "" : publicKey, row.getString(9)));
    }
}
