package io.shouxin.document;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of a case with the fingerprints of their contents as they stand, as a receipt keeps them. */
@Component
class DocumentRows implements StoredFacts {

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        List<String> number = List.of(decided.subject());
        return Stream.concat(
                StoredRow.select(jdbc, "document", List.of("document_id"), "subject = ? ORDER BY document_id", number, "retain_until").stream(),
                StoredRow.select(jdbc, "document_content", List.of("document_id"),
                        "document_id IN (SELECT document_id FROM document WHERE subject = ?) ORDER BY document_id", number).stream()).toList();
    }
}
