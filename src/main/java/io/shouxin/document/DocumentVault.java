package io.shouxin.document;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where documents lie. What is put in is never changed. */
@Repository
class DocumentVault {

    private static final String COLUMNS = "document_id, subject, customer_id, kind, file_name, media_type, size_bytes, sha256, "
            + "made_by_bank, replaces, received_by, received_at, retain_until";

    private final JdbcClient jdbc;

    DocumentVault(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(DocumentView document, byte[] content) {
        jdbc.sql("INSERT INTO document (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(document.id().value(), document.subject(), document.customer().value(), document.kind(), document.fileName(),
                        document.mediaType(), document.sizeBytes(), document.sha256(), document.generated(), document.replaces(),
                        document.receivedBy(), Timestamp.from(document.receivedAt()), Date.valueOf(document.retainUntil()))
                .update();
        jdbc.sql("INSERT INTO document_content (document_id, content) VALUES (?, ?)").params(document.id().value(), content).update();
    }

    Optional<DocumentView> find(DocumentId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE document_id = ?").param(id.value()).query(DocumentVault::view).optional();
    }

    List<DocumentView> of(String subject) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE subject = ? ORDER BY received_at, document_id").param(subject)
                .query(DocumentVault::view).list();
    }

    byte[] content(DocumentId id) {
        return jdbc.sql("SELECT content FROM document_content WHERE document_id = ?").param(id.value())
                .query((row, n) -> row.getBytes(1)).single();
    }

    void retainUntil(String subject, LocalDate day) {
        jdbc.sql("UPDATE document SET retain_until = ? WHERE subject = ? AND retain_until < ?")
                .params(Date.valueOf(day), subject, Date.valueOf(day)).update();
    }

    private static DocumentView view(ResultSet row, int n) throws SQLException {
        return new DocumentView(new DocumentId(row.getString(1)), row.getString(2), new CustomerId(row.getString(3)), row.getString(4),
                row.getString(5), row.getString(6), row.getLong(7), row.getString(8), row.getBoolean(9), row.getString(10),
                row.getString(11), row.getTimestamp(12).toInstant(), row.getDate(13).toLocalDate());
    }
}
