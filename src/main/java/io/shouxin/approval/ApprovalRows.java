package io.shouxin.approval;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approval case, every decision on it and whatever else was done with it, as a receipt keeps them. */
@Component
class ApprovalRows implements StoredFacts {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return Stream.of(
                StoredRow.select(jdbc, "approval_case", List.of("case_id"), "case_id = ?", List.of(decided.decision()), "version"),
                StoredRow.select(jdbc, "approval_decision", List.of("decision_id"), "case_id = ? ORDER BY decision_id", List.of(decided.decision())),
                StoredRow.select(jdbc, "approval_act", List.of("act_id"), "case_id = ? ORDER BY act_id", List.of(decided.decision())))
                .flatMap(List::stream).toList();
    }
}
