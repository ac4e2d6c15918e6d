package io.shouxin.kernel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of a table as it stands, in a form that is the same on every database (存证记录): numbers without trailing zeros, times to the
 * microsecond, long texts and contents as their fingerprint. A decision receipt keeps such rows, so that a later change is found.
 *
 * @param key     values of the primary key, joined by a slash
 * @param columns by name in lower case; null where the database says so
 * @param living  belongs to the case as long as it is its subject's newest: a later round of the same case may change it
 */
public record StoredRow(String table, String key, SortedMap<String, String> columns, boolean living) {

    private static final int LONGEST_TEXT = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    public StoredRow {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /** The same, as part of what a later round may change. */
    public StoredRow asLiving() {
        return new StoredRow(table, key, columns, true);
    }

    /** How two readings name the same row. */
    public String name() {
        return table + " " + key;
    }

    /**
     * Reads the rows of a table that belong to a case.
     *
     * @param keys   columns of the primary key
     * @param where  a condition with question marks, and the order
     * @param values for the question marks
     * @param except columns that go on changing after a case is decided, such as a version or a status
     */
    public static List<StoredRow> select(JdbcClient jdbc, String table, List<String> keys, String where, List<?> values, String... except) {
        Set<String> left = Arrays.stream(except).collect(Collectors.toSet());
        return jdbc.sql("SELECT * FROM " + table + " WHERE " + where).params(values).query((row, n) -> read(table, keys, left, row)).list();
    }

    private static StoredRow read(String table, List<String> keys, Set<String> left, ResultSet row) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>();
        ResultSetMetaData told = row.getMetaData();
        for (int i = 1; i <= told.getColumnCount(); i++) {
            String name = told.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!left.contains(name)) {
                columns.put(name, text(row, i, told.getColumnType(i)));
            }
        }
        return new StoredRow(table, keys.stream().map(columns::get).collect(Collectors.joining("/")), columns, false);
    }

    private static String text(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.DECIMAL, Types.NUMERIC -> {
                BigDecimal number = row.getBigDecimal(column);
                yield number == null ? null : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean flag = row.getBoolean(column);
                yield row.wasNull() ? null : String.valueOf(flag);
            }
            case Types.DATE -> {
                LocalDate day = row.getObject(column, LocalDate.class);
                yield day == null ? null : day.toString();
            }
            case Types.TIMESTAMP -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                yield time == null ? null : TIME.format(time);
            }
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> fingerprint(row.getBytes(column));
            default -> shortened(row.getString(column));
        };
    }

    private static String fingerprint(byte[] content) {
        return content == null ? null : "sha256:" + Sha256.of(content);
    }

    private static String shortened(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : "sha256:" + Sha256.of(text);
    }
}
