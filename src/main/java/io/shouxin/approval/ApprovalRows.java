package io.shouxin.approval;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approval case and every decision on it, as a receipt keeps them. */
@Component
class ApprovalRows implements StoredFacts {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return Stream.concat(
                StoredRow.select(jdbc, "approval_case", List.of("case_id"), "case_id = ?", List.of(decided.approval()), "version").stream(),
                StoredRow.select(jdbc, "approval_decision", List.of("decision_id"), "case_id = ? ORDER BY decision_id", List.of(decided.approval()))
                        .stream()).toList();
    }
}
