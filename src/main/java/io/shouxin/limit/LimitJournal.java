package io.shouxin.limit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The tables {@code limit_command} and {@code limit_entry}: written once, never changed. */
class LimitJournal {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LimitJournal(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The receipt of a command carried out under this key, with the command's fingerprint. */
    record Past(String fingerprint, LedgerReceipt receipt) {
    }

    Optional<Past> find(LedgerKey key) {
        return jdbc.sql("SELECT fingerprint, verb, account_id, currency, amount, ceiling_after, reserved_after, committed_after, "
                        + "utilised_after, free_before, free_after, reservation_id FROM limit_command "
                        + "WHERE source = :source AND command_key = :key")
                .param("source", key.source()).param("key", key.key())
                .query(LimitJournal::past).optional()
                .map(past -> new Past(past.fingerprint(), withEntries(past.receipt(), key)));
    }

    boolean isReversed(LedgerKey key) {
        return jdbc.sql("SELECT COUNT(*) FROM limit_command WHERE reversed_source = :source AND reversed_key = :key")
                .param("source", key.source()).param("key", key.key()).query(Integer.class).single() > 0;
    }

    /** Writes command and entries; empty if the key (or the reversal) was taken by somebody else meanwhile. */
    Optional<LedgerReceipt> write(LedgerCommand command, LedgerReceipt receipt, List<Movement> movements) {
        try {
            jdbc.sql("INSERT INTO limit_command (source, command_key, fingerprint, verb, account_id, currency, amount, ceiling_after, "
                            + "reserved_after, committed_after, utilised_after, free_before, free_after, reservation_id, "
                            + "reversed_source, reversed_key) VALUES (:source, :key, :fingerprint, :verb, :account, :currency, :amount, "
                            + ":ceiling, :reserved, :committed, :utilised, :before, :after, :reservation, :reversedSource, :reversedKey)")
                    .param("source", command.key().source()).param("key", command.key().key())
                    .param("fingerprint", fingerprint(command)).param("verb", command.verb().name())
                    .param("account", command.account().value())
                    .param("currency", receipt.amount().currency().getCurrencyCode()).param("amount", receipt.amount().amount())
                    .param("ceiling", amount(receipt.balances().ceiling())).param("reserved", receipt.balances().reserved().amount())
                    .param("committed", receipt.balances().committed().amount())
                    .param("utilised", receipt.balances().utilised().amount())
                    .param("before", amount(receipt.freeBefore())).param("after", amount(receipt.freeAfter()))
                    .param("reservation", receipt.reservation().map(ReservationId::value).orElse(null))
                    .param("reversedSource", command.reversed() == null ? null : command.reversed().source())
                    .param("reversedKey", command.reversed() == null ? null : command.reversed().key())
                    .update();
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        return Optional.of(withIds(receipt, writeEntries(command, receipt, movements)));
    }

    private List<Long> writeEntries(LedgerCommand command, LedgerReceipt receipt, List<Movement> movements) {
        String row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        StringBuilder sql = new StringBuilder("INSERT INTO limit_entry (source, command_key, account_id, verb, currency, ceiling_change, "
                + "reserved_change, provisional_change, committed_change, utilised_change, set_aside_change, reservation_id, value_date, "
                + "booked_at, actor) VALUES ").append(row);
        sql.append((", " + row).repeat(movements.size() - 1));
        JdbcClient.StatementSpec statement = jdbc.sql(sql.toString());
        Timestamp now = Timestamp.from(clock.instant());
        for (Movement m : movements) {
            statement.param(command.key().source()).param(command.key().key()).param(m.account().value())
                    .param(command.verb().name()).param(receipt.amount().currency().getCurrencyCode()).param(m.ceiling())
                    .param(m.reserved()).param(m.provisional()).param(m.committed()).param(m.utilised()).param(m.setAside())
                    .param(receipt.reservation().map(ReservationId::value).orElse(null))
                    .param(Date.valueOf(command.valueDate())).param(now).param(command.actor().value());
        }
        GeneratedKeyHolder ids = new GeneratedKeyHolder();
        statement.update(ids, "entry_id");
        return ids.getKeyList().stream().map(id -> ((Number) id.values().iterator().next()).longValue()).toList();
    }

    List<LimitEntryView> entries(LimitAccountId account) {
        return jdbc.sql("SELECT entry_id, account_id, verb, source, command_key, currency, ceiling_change, reserved_change, "
                        + "committed_change, utilised_change, reservation_id, value_date, booked_at, actor FROM limit_entry "
                        + "WHERE account_id = :account ORDER BY entry_id")
                .param("account", account.value()).query(LimitJournal::entry).list();
    }

    /** What a past command did to each account. */
    List<Movement> movements(LedgerKey key) {
        return jdbc.sql("SELECT account_id, ceiling_change, reserved_change, provisional_change, committed_change, utilised_change, "
                        + "set_aside_change FROM limit_entry WHERE source = :source AND command_key = :key ORDER BY entry_id")
                .param("source", key.source()).param("key", key.key())
                .query((row, n) -> new Movement(LimitAccountId.parse(row.getString(1)), row.getBigDecimal(2), row.getBigDecimal(3),
                        row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7)))
                .list();
    }

    /** What makes a command the same command: verb, account and what the caller asked for; neither day nor actor. */
    static String fingerprint(LedgerCommand command) {
        String text = command.verb() + "|" + command.account() + "|" + command.amount() + "|" + command.content();
        return Sha256.of(text);
    }

    private LedgerReceipt withEntries(LedgerReceipt receipt, LedgerKey key) {
        return withIds(receipt, jdbc.sql("SELECT entry_id FROM limit_entry WHERE source = :source AND command_key = :key ORDER BY entry_id")
                .param("source", key.source()).param("key", key.key()).query(Long.class).list());
    }

    private static LedgerReceipt withIds(LedgerReceipt r, List<Long> ids) {
        return new LedgerReceipt(ids, r.verb(), r.account(), r.amount(), r.balances(), r.freeBefore(), r.freeAfter(), r.reservation());
    }

    private static BigDecimal amount(Optional<Money> money) {
        return money.map(Money::amount).orElse(null);
    }

    private static Past past(ResultSet row, int n) throws SQLException {
        Currency currency = Currency.getInstance(row.getString(4));
        LedgerReceipt.Balances balances = new LedgerReceipt.Balances(optional(row.getBigDecimal(6), currency),
                money(row.getBigDecimal(7), currency), money(row.getBigDecimal(8), currency), money(row.getBigDecimal(9), currency));
        return new Past(row.getString(1), new LedgerReceipt(List.of(), LimitVerb.valueOf(row.getString(2)),
                LimitAccountId.parse(row.getString(3)), money(row.getBigDecimal(5), currency), balances,
                optional(row.getBigDecimal(10), currency), optional(row.getBigDecimal(11), currency),
                Optional.ofNullable(row.getString(12)).map(ReservationId::new)));
    }

    private static LimitEntryView entry(ResultSet row, int n) throws SQLException {
        return new LimitEntryView(row.getLong(1), LimitAccountId.parse(row.getString(2)), LimitVerb.valueOf(row.getString(3)),
                new LedgerKey(row.getString(4), row.getString(5)), row.getString(6), row.getBigDecimal(7), row.getBigDecimal(8),
                row.getBigDecimal(9), row.getBigDecimal(10), row.getString(11), row.getDate(12).toLocalDate(),
                row.getTimestamp(13).toInstant(), row.getString(14));
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return Money.rounded(amount, currency, RoundingMode.UNNECESSARY);
    }

    private static Optional<Money> optional(BigDecimal amount, Currency currency) {
        return Optional.ofNullable(amount).map(known -> money(known, currency));
    }
}
