package io.shouxin.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Migration V130: takes the entries of the days before the chain into it, subject by subject in the order they were written. */
@Component
class ChainOfEarlierEntries implements JavaMigration {

    private static final int TOGETHER = 2000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("130");
    }

    @Override
    public String getDescription() {
        return "chain of earlier entries";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        AuditEntry last = null;
        long number = 0;
        for (List<Earlier> some = next(connection, "", 0); !some.isEmpty(); some = next(connection, last.subject(), number)) {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE audit_entry SET position = ?, sha256 = ?, happened_at = ? WHERE entry_id = ?")) {
                for (Earlier earlier : some) {
                    last = earlier.act().after(last != null && last.subject().equals(earlier.act().subject()) ? last : null);
                    number = earlier.number();
                    update.setLong(1, last.position());
                    update.setString(2, last.sha256());
                    update.setObject(3, AuditTable.stored(last.at()));
                    update.setLong(4, number);
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
        dropFormerIndex(connection);
    }

    /** The place in the chain is the key from now on. */
    private static void dropFormerIndex(Connection connection) throws SQLException {
        boolean ofSchema = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX ix_audit_entry_subject" + (ofSchema ? "" : " ON audit_entry"));
        }
    }

    private static List<Earlier> next(Connection connection, String subject, long number) throws SQLException {
        List<Earlier> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT subject, act, actor, detail, happened_at, entry_id FROM audit_entry "
                + "WHERE subject >= ? AND (subject > ? OR entry_id > ?) ORDER BY subject, entry_id LIMIT " + TOGETHER)) {
            select.setString(1, subject);
            select.setString(2, subject);
            select.setLong(3, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timestamp written = row.getTimestamp(5);
                    Instant at = written.toInstant().truncatedTo(ChronoUnit.MICROS);
                    found.add(new Earlier(new Act(row.getString(1), row.getString(2), row.getString(3), row.getString(4), at), row.getLong(6)));
                }
            }
        }
        return found;
    }

    /** An entry as it was written, with the number of its row. */
    private record Earlier(Act act, long number) {
    }
}
