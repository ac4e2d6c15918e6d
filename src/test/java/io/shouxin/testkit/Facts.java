package io.shouxin.testkit;

import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Looks at everything in the database at once, whoever wrote it. */
@Component
@Profile("test")
public class Facts {

    private final JdbcTemplate sql;
    private final DataSource database;

    Facts(JdbcTemplate sql, DataSource database) {
        this.sql = sql;
        this.database = database;
    }

    /** Every row of every table of the domain as text, and of the engine's state; equal before and after means nothing changed. */
    public Map<String, List<String>> everything() {
        Map<String, List<String>> all = new TreeMap<>();
        tables().forEach((table, name) -> {
            if (isState(table)) {
                List<String> rows = new ArrayList<>();
                sql.query("SELECT * FROM " + name, row -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        // Large, and written only together with its row.
                        boolean evidence = table.equals("rating") && row.getMetaData().getColumnLabel(i).equalsIgnoreCase("evidence");
                        text.append(evidence ? "" : row.getString(i)).append('|');
                    }
                    // That something was tried and refused is noted; it is no change.
                    if (!table.equals("audit_entry") || !text.toString().contains("|ACT_REFUSED|")) {
                        rows.add(text.toString());
                    }
                });
                rows.sort(null);
                all.put(table, rows);
            }
        });
        return all;
    }

    /** Tables of the engine. */
    public List<String> engineTables() {
        return tables().keySet().stream().filter(table -> table.startsWith("act_")).toList();
    }

    /** Cells of a table that contain a text, as {@code column: value}; what belongs to a deployment is left out. */
    public List<String> cells(String table, String text) {
        List<String> found = new ArrayList<>();
        String cases = table.equals("act_ge_bytearray") ? " WHERE deployment_id_ IS NULL" : "";
        sql.query("SELECT * FROM " + tables().get(table) + cases, row -> {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = JdbcUtils.getResultSetValue(row, i);
                String shown = value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
                if (shown.contains(text)) {
                    found.add(row.getMetaData().getColumnLabel(i) + ": " + shown);
                }
            }
        });
        return found;
    }

    /** Numbers are handed out and users are logged in whatever becomes of the act; models don't change. */
    private static boolean isState(String table) {
        return !table.startsWith("act_re_") && !table.startsWith("act_id_") && !table.startsWith("act_ge_") && !table.startsWith("flyway")
                && !table.equals("business_number") && !table.equals("document_content");
    }

    /** Names in small letters, with the names as this database wants them. */
    private Map<String, String> tables() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, (DatabaseMetaData meta) -> {
                Map<String, String> names = new TreeMap<>();
                try (ResultSet found = meta.getTables(meta.getConnection().getCatalog(), meta.getConnection().getSchema(), null,
                        new String[] {"TABLE", "BASE TABLE"})) {
                    while (found.next()) {
                        names.put(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT), found.getString("TABLE_NAME"));
                    }
                }
                return names;
            });
        } catch (MetaDataAccessException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
