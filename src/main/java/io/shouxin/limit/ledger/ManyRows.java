package io.shouxin.limit.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes rows many to a statement; at most 64, so that there are few different statements and the server may keep them prepared.
 */
final class ManyRows<T> {

    private static final int MOST = 64;

    private final int columns;
    private final Filling<T> filling;
    private final List<String> texts;

    /** Sets a row's values, the first at {@code before + 1}. */
    @FunctionalInterface
    interface Filling<T> {
        void fill(PreparedStatement insert, int before, T row) throws SQLException;
    }

    /** @param columns names, separated by comma and blank */
    ManyRows(String table, String columns, Filling<T> filling) {
        this.columns = columns.split(", ").length;
        this.filling = filling;
        String row = "(" + AccountTable.places(this.columns) + ")";
        // Made once: the driver finds a statement by its text, and these are long.
        this.texts = IntStream.range(0, MOST).mapToObj(more -> "INSERT INTO " + table + " (" + columns + ") VALUES " + row + (", " + row).repeat(more)).toList();
    }

    void insert(JdbcOperations jdbc, List<T> rows) {
        write(jdbc, rows, null);
    }

    /** @return what the database gave the rows as {@code key}, in their order */
    List<Long> insert(JdbcOperations jdbc, List<T> rows, String key) {
        return write(jdbc, rows, key);
    }

    private List<Long> write(JdbcOperations jdbc, List<T> rows, String key) {
        return jdbc.execute((ConnectionCallback<List<Long>>) connection -> {
            List<Long> keys = new ArrayList<>(key == null ? 0 : rows.size());
            for (int from = 0; from < rows.size(); ) {
                int count = Math.min(MOST, rows.size() - from);
                String sql = texts.get(count - 1);
                try (PreparedStatement insert = key == null ? connection.prepareStatement(sql)
                        : connection.prepareStatement(sql, new String[] {key})) {
                    PreparedStatement driver = insert.unwrap(PreparedStatement.class);
                    for (int i = 0; i < count; i++) {
                        filling.fill(driver, i * columns, rows.get(from + i));
                    }
                    insert.executeUpdate();
                    if (key != null) {
                        addKeys(insert, keys);
                    }
                }
                from += count;
            }
            return keys;
        });
    }

    private static void addKeys(PreparedStatement insert, List<Long> keys) throws SQLException {
        try (ResultSet given = insert.getGeneratedKeys()) {
            while (given.next()) {
                keys.add(given.getLong(1));
            }
        }
    }
}
