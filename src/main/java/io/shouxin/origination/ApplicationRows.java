package io.shouxin.origination;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The application with its form and assessment, its frozen proposals and what was said about other grants, as a receipt keeps them. */
@Component
class ApplicationRows implements StoredFacts {

    private static final String[] CHANGING_AFTER_A_DECISION = {"version", "made_by", "status", "open_case", "draft", "grade", "proposal_version",
        "reservation_id", "signed_at", "withdrawal_reason", "closing_reasons", "closing_remark", "closed_at", "letter_document_id"};
    private static final String[] CHANGING_AFTER_THE_END = {"version", "letter_document_id"};

    private final JdbcClient jdbc;

    ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        List<String> number = List.of(decided.subject());
        Stream<StoredRow> application = StoredRow.select(jdbc, "credit_application", List.of("application_id"), "application_id = ?", number,
                decided.hadApprovers() ? CHANGING_AFTER_A_DECISION : CHANGING_AFTER_THE_END).stream().map(StoredRow::asLiving);
        Stream<StoredRow> proposals = StoredRow.select(jdbc, "credit_proposal", List.of("proposal_id"), "application_id = ? ORDER BY proposal_no", number)
                .stream();
        Stream<StoredRow> notes = StoredRow.select(jdbc, "duplicate_granting_note", List.of("note_id"), "application_id = ? ORDER BY note_id", number)
                .stream();
        return Stream.of(application, proposals, notes).flatMap(rows -> rows).toList();
    }
}
