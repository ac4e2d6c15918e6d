package io.shouxin.customer.invoice;

import io.shouxin.customer.InvoiceDirection;
import io.shouxin.kernel.CustomerId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes invoices in batches; the callers hold the transaction. */
@Component
public class InvoiceStore {

    /** Rows per batch, and per look-up of known rows. */
    public static final int BATCH = 1_000;

    private static final String INSERT = """
            INSERT INTO invoice (fingerprint, customer_id, direction, invoice_no, issued_on, month_no, counterparty, amount, tax, total, voided)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String KNOWN = "SELECT fingerprint, invoice_id, voided FROM invoice WHERE fingerprint IN ("
            + String.join(",", Collections.nCopies(BATCH, "?")) + ")";

    private final JdbcTemplate jdbc;

    InvoiceStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An invoice of a known customer, ready to be stored. */
    public record Entry(ByteBuffer fingerprint, CustomerId owner, InvoiceDirection direction, InvoiceLine line, long fileLine) {
    }

    /** An invoice stored before. */
    public record Known(long id, boolean voided) {
    }

    /** Number of the newest row; rows above it came later. */
    public long newest() {
        return jdbc.queryForObject("SELECT COALESCE(MAX(invoice_id), 0) FROM invoice", Long.class);
    }

    /** @param fingerprints 1 to {@link #BATCH} */
    public Map<ByteBuffer, Known> known(Collection<ByteBuffer> fingerprints) {
        List<Object> arguments = new ArrayList<>(BATCH);
        fingerprints.forEach(fingerprint -> arguments.add(fingerprint.array()));
        while (arguments.size() < BATCH) {
            arguments.add(arguments.get(0));
        }
        Map<ByteBuffer, Known> known = new HashMap<>();
        jdbc.query(KNOWN, row -> {
            known.put(ByteBuffer.wrap(row.getBytes(1)), new Known(row.getLong(2), row.getBoolean(3)));
        }, arguments.toArray());
        return known;
    }

    public void add(List<Entry> entries) {
        jdbc.batchUpdate(INSERT, entries, BATCH, (statement, entry) -> {
            InvoiceLine line = entry.line();
            statement.setBytes(1, entry.fingerprint().array());
            statement.setString(2, entry.owner().value());
            statement.setString(3, entry.direction().name());
            statement.setString(4, line.number());
            statement.setObject(5, line.issuedOn());
            statement.setInt(6, line.monthNo());
            statement.setString(7, line.counterparty());
            statement.setBigDecimal(8, line.amount());
            statement.setBigDecimal(9, line.tax());
            statement.setBigDecimal(10, line.total());
            statement.setBoolean(11, line.voided());
        });
    }

    /** A void invoice never becomes valid again. */
    public void makeVoid(List<Long> ids) {
        jdbc.batchUpdate("UPDATE invoice SET voided = TRUE WHERE invoice_id = ?", ids, BATCH,
                (statement, id) -> statement.setLong(1, id));
    }

    /** From here on the monthly sums of this firm lag behind its invoices. */
    public void markStale(CustomerId owner, InvoiceDirection direction) {
        int changed = jdbc.update("UPDATE invoice_standing SET stale = TRUE WHERE customer_id = ? AND direction = ?",
                owner.value(), direction.name());
        if (changed == 0) {
            jdbc.update("INSERT INTO invoice_standing (customer_id, direction, stale) VALUES (?, ?, TRUE)", owner.value(), direction.name());
        }
    }
}
