package io.shouxin.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code audit_entry}. Times stand in it in UTC, whatever the zone of the node: a fingerprint must not depend on it. */
final class AuditTable {

    private static final String COLUMNS = "subject, position, act, actor, detail, happened_at, sha256";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of a subject's chain; null where there is none yet. */
    AuditEntry last(String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry WHERE subject = ? ORDER BY position DESC LIMIT 1").param(subject)
                .query(AuditTable::read).optional().orElse(null);
    }

    /** All or none, in one statement. @throws org.springframework.dao.DuplicateKeyException when a place is taken */
    void append(List<AuditEntry> links) {
        List<Object> values = new ArrayList<>(links.size() * 7);
        links.forEach(link -> values.addAll(List.of(link.subject(), link.position(), link.act(), link.actor(), link.detail(), stored(link.at()),
                link.sha256())));
        jdbc.sql("INSERT INTO audit_entry (" + COLUMNS + ") VALUES " + ROW + (", " + ROW).repeat(links.size() - 1)).params(values).update();
    }

    List<AuditEntry> of(String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_entry WHERE subject = ? ORDER BY position").param(subject)
                .query(AuditTable::read).list();
    }

    /** How many of a subject's newest entries are of that act and not older. */
    int countLately(String subject, String act, Instant since, int newest) {
        return (int) jdbc.sql("SELECT act, happened_at FROM audit_entry WHERE subject = ? ORDER BY position DESC LIMIT " + newest).param(subject)
                .query((row, n) -> row.getString(1).equals(act) && !row.getObject(2, LocalDateTime.class).isBefore(stored(since))).list()
                .stream().filter(Boolean::booleanValue).count();
    }

    /** Entries in the order of subjects and their chains, after one of them, with their numbers. */
    List<Numbered> after(String subject, long position, int most) {
        return jdbc.sql("SELECT " + COLUMNS + ", entry_id FROM audit_entry WHERE subject >= :subject AND (subject > :subject OR position > :position) "
                        + "ORDER BY subject, position LIMIT :most")
                .param("subject", subject).param("position", position).param("most", most)
                .query((row, n) -> new Numbered(read(row, n), row.getLong(8))).list();
    }

    static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static AuditEntry read(ResultSet row, int n) throws SQLException {
        return new AuditEntry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString(7));
    }

    /** An entry and the number of its row. */
    record Numbered(AuditEntry entry, long number) {
    }
}
