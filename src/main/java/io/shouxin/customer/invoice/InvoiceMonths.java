package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the monthly sums over invoices, so that a firm's profile is one query whatever the number of its invoices. */
@Component
public class InvoiceMonths {

    private static final String SUMS = """
            SELECT month_no,
                   SUM(CASE WHEN voided = FALSE THEN 1 ELSE 0 END), SUM(CASE WHEN voided = TRUE THEN 1 ELSE 0 END),
                   SUM(CASE WHEN voided = FALSE AND amount < 0 THEN 1 ELSE 0 END),
                   SUM(CASE WHEN voided = FALSE THEN amount ELSE 0 END), SUM(CASE WHEN voided = FALSE THEN tax ELSE 0 END),
                   SUM(CASE WHEN voided = FALSE AND amount < 0 THEN amount ELSE 0 END),
                   SUM(CASE WHEN voided = TRUE THEN amount ELSE 0 END)
            FROM invoice WHERE customer_id = ? AND direction = ? GROUP BY month_no ORDER BY month_no""";
    private static final String COUNTERPARTIES = """
            SELECT month_no, counterparty, SUM(amount) FROM invoice
            WHERE customer_id = ? AND direction = ? AND voided = FALSE GROUP BY month_no, counterparty ORDER BY month_no""";
    private static final String INSERT = """
            INSERT INTO invoice_month (customer_id, direction, month_no, valid_count, void_count, negative_count, valid_amount,
              valid_tax, negative_amount, void_amount, counterparties_12m, positive_12m, largest_12m)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String PROFILE = """
            SELECT s.direction, s.stale, m.month_no, m.valid_count, m.void_count, m.negative_count, m.valid_amount, m.valid_tax,
                   m.negative_amount, m.void_amount, m.counterparties_12m, m.positive_12m, m.largest_12m
            FROM invoice_standing s LEFT JOIN invoice_month m
              ON m.customer_id = s.customer_id AND m.direction = s.direction AND m.month_no <= ?
            WHERE s.customer_id = ? ORDER BY m.month_no""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;

    InvoiceMonths(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The sums up to a month, oldest first. An import that died half-way left them stale: they are made up for first. */
    public List<InvoiceMonth> of(CustomerId owner, YearMonth last) {
        List<InvoiceDirection> stale = new ArrayList<>();
        List<InvoiceMonth> months = read(owner, last, stale);
        if (stale.isEmpty()) {
            return months;
        }
        stale.forEach(direction -> ownTransaction.executeWithoutResult(status -> rebuild(owner, direction)));
        return read(owner, last, new ArrayList<>());
    }

    /** Makes the sums of one firm and direction follow its invoices again. */
    public void refresh(CustomerId owner, InvoiceDirection direction) {
        transaction.executeWithoutResult(status -> rebuild(owner, direction));
    }

    private List<InvoiceMonth> read(CustomerId owner, YearMonth last, List<InvoiceDirection> stale) {
        List<InvoiceMonth> months = new ArrayList<>();
        jdbc.query(PROFILE, row -> {
            InvoiceDirection direction = InvoiceDirection.valueOf(row.getString(1));
            if (row.getBoolean(2) && !stale.contains(direction)) {
                stale.add(direction);
            }
            if (row.getObject(3) != null) {
                months.add(month(row, direction));
            }
        }, InvoiceMonth.numberOf(last), owner.value());
        return months;
    }

    private static InvoiceMonth month(ResultSet row, InvoiceDirection direction) throws SQLException {
        return new InvoiceMonth(direction, InvoiceMonth.monthOf(row.getInt(3)), row.getLong(4), row.getLong(5), row.getLong(6),
                row.getBigDecimal(7), row.getBigDecimal(8), row.getBigDecimal(9), row.getBigDecimal(10), row.getInt(11),
                row.getBigDecimal(12), row.getBigDecimal(13));
    }

    private void rebuild(CustomerId owner, InvoiceDirection direction) {
        Object[] key = {owner.value(), direction.name()};
        jdbc.query("SELECT stale FROM invoice_standing WHERE customer_id = ? AND direction = ? FOR UPDATE", row -> {
        }, key);
        Map<YearMonth, List<Share>> shares = new LinkedHashMap<>();
        jdbc.query(COUNTERPARTIES, row -> {
            shares.computeIfAbsent(InvoiceMonth.monthOf(row.getInt(1)), month -> new ArrayList<>())
                    .add(new Share(row.getString(2), row.getBigDecimal(3)));
        }, key);
        TrailingYear year = new TrailingYear();
        List<Object[]> rows = new ArrayList<>();
        jdbc.query(SUMS, row -> {
            YearMonth month = InvoiceMonth.monthOf(row.getInt(1));
            year.forgetBefore(month.minusMonths(11));
            shares.getOrDefault(month, List.of()).forEach(share -> year.add(month, share.counterparty(), share.amount()));
            rows.add(new Object[] {key[0], key[1], row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBigDecimal(5),
                row.getBigDecimal(6), row.getBigDecimal(7), row.getBigDecimal(8), year.counterparties(), year.positive(), year.largest()});
        }, key);
        jdbc.update("DELETE FROM invoice_month WHERE customer_id = ? AND direction = ?", key);
        jdbc.batchUpdate(INSERT, rows);
        jdbc.update("UPDATE invoice_standing SET stale = FALSE WHERE customer_id = ? AND direction = ?", key);
    }

    private record Share(String counterparty, BigDecimal amount) {
    }
}
