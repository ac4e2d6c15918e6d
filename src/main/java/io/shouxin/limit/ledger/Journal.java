package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitEntryView;
import io.shouxin.limit.LimitVerb;
import io.shouxin.limit.ReservationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code limit_entry} and {@code limit_reversal}: written once, never changed. */
public final class Journal {

    private static final String EVERY_LINE = "source, command_key, line, verb, path_id, currency, reserved_change, committed_change, utilised_change, "
            + "value_date, booked_at, actor, reservation_id, account_id, amount, fingerprint, receipt";

    private static final int COLUMNS_OF_EVERY_LINE = EVERY_LINE.split(", ").length;

    /** What is reserved, confirmed, drawn and repaid all day long says nothing of the other amounts, and a value left out costs nothing to send. */
    private static final ManyRows<Line> PLAIN_ROWS = new ManyRows<>("limit_entry", EVERY_LINE, Journal::fill);

    private static final ManyRows<Line> ROWS = new ManyRows<>("limit_entry",
            EVERY_LINE + ", ceiling_change, temporary_change, provisional_change, set_aside_change, excess_change, exchange_rate", Journal::fillWhole);

    private static final String ENTRIES_OF = "FROM limit_entry e JOIN limit_path_account p ON p.path_id = e.path_id WHERE p.account_id = :account ";

    private static final int MOST_KEYS = 200;

    private final JdbcOperations jdbc;
    private final JdbcClient client;

    public Journal(JdbcOperations jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** A command carried out: its fingerprint and its receipt. */
    public record Past(String fingerprint, LedgerReceipt receipt) {
    }

    /** One line to be written; the first of a command carries fingerprint and receipt. */
    record Line(LedgerCommand command, int number, long path, Movement movement, LedgerReceipt receipt, BigDecimal rate,
                Timestamp bookedAt) {

        private boolean isPlain() {
            return rate == null && movement.ceiling() == null && movement.temporary().signum() == 0 && movement.provisional().signum() == 0
                    && movement.setAside().signum() == 0 && movement.excess().signum() == 0;
        }
    }

    public Optional<Past> find(LedgerKey key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    Map<LedgerKey, Past> find(Collection<LedgerKey> keys) {
        Map<LedgerKey, Past> found = new HashMap<>();
        List<LedgerKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            find(all.subList(from, Math.min(all.size(), from + MOST_KEYS)), found);
        }
        return found;
    }

    private void find(List<LedgerKey> keys, Map<LedgerKey, Past> found) {
        List<Object> values = new ArrayList<>(keys.size() * 2);
        keys.forEach(key -> {
            values.add(key.source());
            values.add(key.key());
        });
        String oneOf = " OR (source = ? AND command_key = ?)".repeat(keys.size()).substring(4);
        Map<LedgerKey, List<Long>> ids = new HashMap<>();
        client.sql("SELECT source, command_key, entry_id, line, fingerprint, verb, account_id, currency, amount, receipt, reservation_id "
                + "FROM limit_entry WHERE " + oneOf + " ORDER BY source, command_key, line").params(values).query(row -> {
                    LedgerKey key = new LedgerKey(row.getString(1), row.getString(2));
                    ids.computeIfAbsent(key, one -> new ArrayList<>()).add(row.getLong(3));
                    if (row.getInt(4) == 0) {
                        found.put(key, past(row));
                    }
                });
        found.replaceAll((key, past) -> ids.containsKey(key) ? new Past(past.fingerprint(), withIds(past.receipt(), ids.get(key))) : past);
    }

    public boolean isReversed(LedgerKey key) {
        return client.sql("SELECT COUNT(*) FROM limit_reversal WHERE reversed_source = ? AND reversed_key = ?")
                .params(key.source(), key.key()).query(Integer.class).single() > 0;
    }

    void reversed(LedgerCommand command) {
        client.sql("INSERT INTO limit_reversal (reversed_source, reversed_key, source, command_key) VALUES (?, ?, ?, ?)")
                .params(command.reversed().source(), command.reversed().key(), command.key().source(), command.key().key()).update();
    }

    /** Writes the lines and answers with their ids, in their order. */
    List<Long> write(List<Line> lines) {
        return (lines.stream().allMatch(Line::isPlain) ? PLAIN_ROWS : ROWS).insert(jdbc, lines, "entry_id");
    }

    private static void fill(PreparedStatement insert, int before, Line line) throws SQLException {
        LedgerCommand command = line.command();
        Movement m = line.movement();
        boolean head = line.number() == 0;
        insert.setString(before + 1, command.key().source());
        insert.setString(before + 2, command.key().key());
        insert.setInt(before + 3, line.number());
        insert.setString(before + 4, command.verb().name());
        insert.setLong(before + 5, line.path());
        insert.setString(before + 6, m.currency());
        decimal(insert, before + 7, m.reserved(), true);
        decimal(insert, before + 8, m.committed(), true);
        decimal(insert, before + 9, m.utilised(), true);
        insert.setObject(before + 10, command.valueDate());
        insert.setTimestamp(before + 11, line.bookedAt());
        insert.setString(before + 12, command.actor().value());
        insert.setString(before + 13, line.receipt().reservation().map(ReservationId::value).orElse(null));
        insert.setString(before + 14, head ? command.account().value() : null);
        decimal(insert, before + 15, head ? line.receipt().amount().amount() : null, false);
        insert.setString(before + 16, head ? command.fingerprint() : null);
        insert.setString(before + 17, head ? text(line.receipt()) : null);
    }

    private static void fillWhole(PreparedStatement insert, int before, Line line) throws SQLException {
        fill(insert, before, line);
        int from = before + COLUMNS_OF_EVERY_LINE;
        Movement m = line.movement();
        decimal(insert, from + 1, m.ceiling(), false);
        decimal(insert, from + 2, m.temporary(), true);
        decimal(insert, from + 3, m.provisional(), true);
        decimal(insert, from + 4, m.setAside(), true);
        decimal(insert, from + 5, m.excess(), true);
        decimal(insert, from + 6, line.rate(), true);
    }

    private static void decimal(PreparedStatement insert, int index, BigDecimal value, boolean noneIfZero) throws SQLException {
        if (value == null || noneIfZero && value.signum() == 0) {
            insert.setNull(index, Types.DECIMAL);
        } else {
            insert.setBigDecimal(index, value);
        }
    }

    /** Every entry of an account, oldest first, at most {@code most}, after entry {@code after}. */
    public List<LimitEntryView> entries(LimitAccountId account, long after, int most) {
        return client.sql("SELECT e.entry_id, e.verb, e.source, e.command_key, e.currency, e.ceiling_change, e.temporary_change, "
                        + "e.reserved_change, e.committed_change, e.utilised_change, e.exchange_rate, e.reservation_id, e.value_date, "
                        + "e.booked_at, e.actor " + ENTRIES_OF + "AND e.entry_id > :after ORDER BY e.entry_id LIMIT :most")
                .param("account", account.value()).param("after", after).param("most", most)
                .query((row, n) -> entry(account, row)).list();
    }

    /** What was put on an account in all, by what it counts as ({@code value_date}) or by when it was written. */
    Balances changesAfter(LimitAccountId account, LocalDate valueDate) {
        return sums(account, "AND e.value_date > :when", Date.valueOf(valueDate));
    }

    Balances changesAfter(LimitAccountId account, Instant bookedAt) {
        return sums(account, "AND e.booked_at > :when", Timestamp.from(bookedAt));
    }

    private Balances sums(LimitAccountId account, String which, Object when) {
        return client.sql("SELECT COALESCE(SUM(e.reserved_change), 0), COALESCE(SUM(e.provisional_change), 0), "
                        + "COALESCE(SUM(e.committed_change), 0), COALESCE(SUM(e.utilised_change), 0), COALESCE(SUM(e.set_aside_change), 0), "
                        + "COALESCE(SUM(e.excess_change), 0) " + ENTRIES_OF + which)
                .param("account", account.value()).param("when", when)
                .query((row, n) -> new Balances(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getBigDecimal(4),
                        row.getBigDecimal(5), BigDecimal.ZERO, row.getBigDecimal(6))).single();
    }

    /** The ceiling by the entries up to then; null if it had none. */
    BigDecimal ceilingBefore(LimitAccountId account, String column, Object when) {
        return client.sql("SELECT SUM(e.ceiling_change) " + ENTRIES_OF + "AND e." + column + " <= :when")
                .param("account", account.value()).param("when", when).query((row, n) -> Optional.ofNullable(row.getBigDecimal(1))).single().orElse(null);
    }

    /** What a past command did. */
    public List<Movement> movements(LedgerKey key) {
        return client.sql("SELECT p.accounts, e.currency, e.ceiling_change, e.temporary_change, e.reserved_change, e.provisional_change, "
                        + "e.committed_change, e.utilised_change, e.set_aside_change, e.excess_change FROM limit_entry e "
                        + "JOIN limit_path p ON p.path_id = e.path_id WHERE e.source = ? AND e.command_key = ? ORDER BY e.line")
                .params(key.source(), key.key())
                .query((row, n) -> new Movement(List.of(row.getString(1).split(" ")).stream().map(LimitAccountId::parse).toList(),
                        row.getString(2), row.getBigDecimal(3), amount(row, 4), amount(row, 5), amount(row, 6), amount(row, 7),
                        amount(row, 8), amount(row, 9), amount(row, 10)))
                .list();
    }

    static LedgerReceipt withIds(LedgerReceipt r, List<Long> ids) {
        return new LedgerReceipt(ids, r.verb(), r.account(), r.amount(), r.balances(), r.freeBefore(), r.freeAfter(), r.reservation());
    }

    private static String text(LedgerReceipt receipt) {
        LedgerReceipt.Balances balances = receipt.balances();
        return plain(balances.ceiling()) + '|' + plain(balances.reserved()) + '|' + plain(balances.committed()) + '|'
                + plain(balances.utilised()) + '|' + plain(receipt.freeBefore()) + '|' + plain(receipt.freeAfter());
    }

    private static String plain(Optional<Money> money) {
        return money.map(Journal::plain).orElse("");
    }

    private static String plain(Money money) {
        return money.amount().toPlainString();
    }

    private static Past past(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(8));
        String[] parts = row.getString(10).split("\\|", -1);
        LedgerReceipt.Balances balances = new LedgerReceipt.Balances(optional(parts[0], currency), money(parts[1], currency),
                money(parts[2], currency), money(parts[3], currency));
        return new Past(row.getString(5), new LedgerReceipt(List.of(), LimitVerb.valueOf(row.getString(6)),
                LimitAccountId.parse(row.getString(7)), money(row.getBigDecimal(9), currency), balances,
                optional(parts[4], currency), optional(parts[5], currency), Optional.ofNullable(row.getString(11)).map(ReservationId::new)));
    }

    private static LimitEntryView entry(LimitAccountId account, ResultSet row) throws SQLException {
        return new LimitEntryView(row.getLong(1), account, LimitVerb.valueOf(row.getString(2)),
                new LedgerKey(row.getString(3), row.getString(4)), row.getString(5), row.getBigDecimal(6), amount(row, 7), amount(row, 8),
                amount(row, 9), amount(row, 10), Optional.ofNullable(row.getBigDecimal(11)), row.getString(12), row.getDate(13).toLocalDate(),
                row.getTimestamp(14).toInstant(), row.getString(15));
    }

    private static BigDecimal amount(ResultSet row, int column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static Money money(String amount, Currency currency) {
        return money(new BigDecimal(amount), currency);
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
    }

    private static Optional<Money> optional(String amount, Currency currency) {
        return amount.isEmpty() ? Optional.empty() : Optional.of(money(amount, currency));
    }
}
