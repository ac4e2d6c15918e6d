package io.shouxin.replay;


import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The draft of a policy that was decided on, as a receipt keeps it. */
@Component
class DraftRows implements StoredFacts {

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return StoredRow.select(jdbc, "policy_draft", List.of("draft_id"), "draft_id = ?", List.of(decided.subject()), "status", "decided_by",
                "decided_at", "remark").stream().map(StoredRow::asLiving).toList();
    }
}
