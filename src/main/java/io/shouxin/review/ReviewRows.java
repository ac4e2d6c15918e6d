package io.shouxin.review;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A periodic review that was decided on, as a receipt keeps it. */
@Component
class ReviewRows implements StoredFacts {

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return StoredRow.select(jdbc, "credit_review", List.of("review_id"), "review_id = ?", List.of(decided.subject()), "version", "status", "open_for",
                "made_by", "closed_at").stream().map(StoredRow::asLiving).toList();
    }
}
