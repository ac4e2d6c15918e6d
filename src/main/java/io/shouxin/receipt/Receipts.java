package io.shouxin.receipt;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code decision_receipt}: written once, never changed. */
@Repository
class Receipts {

    private static final String SELECT = "SELECT receipt_id, case_id, subject_id, edition, issued_at, sha256, content FROM decision_receipt ";

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when that edition has been issued already */
    void add(ReceiptView receipt) {
        jdbc.sql("INSERT INTO decision_receipt (receipt_id, case_id, subject_id, edition, issued_at, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(receipt.number(), receipt.decision(), receipt.subject(), receipt.edition(), Timestamp.from(receipt.issuedAt()),
                        receipt.sha256(), new String(receipt.file(), StandardCharsets.UTF_8)).update();
    }

    Optional<ReceiptView> newest(String decision) {
        return jdbc.sql(SELECT + "WHERE case_id = ? ORDER BY edition DESC LIMIT 1").param(decision).query(Receipts::read).optional();
    }

    boolean has(String decision) {
        return jdbc.sql("SELECT COUNT(*) FROM decision_receipt WHERE case_id = ?").param(decision).query(Integer.class).single() > 0;
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM decision_receipt").query(Long.class).single();
    }

    /** In the order of their numbers, after one of them. */
    List<ReceiptView> after(String number, int most) {
        return jdbc.sql(SELECT + "WHERE receipt_id > ? ORDER BY receipt_id LIMIT ?").params(number, most).query(Receipts::read).list();
    }

    private static ReceiptView read(ResultSet row, int n) throws SQLException {
        return new ReceiptView(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getTimestamp(5).toInstant(),
                row.getString(6), row.getString(7).getBytes(StandardCharsets.UTF_8));
    }
}
