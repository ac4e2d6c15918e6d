package io.shouxin.adjustment;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A change of a limit or a temporary exception that was decided on, as a receipt keeps it. */
@Component
class ChangeRows implements StoredFacts {

    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        List<String> number = List.of(decided.subject());
        return Stream.concat(
                StoredRow.select(jdbc, "limit_change", List.of("change_id"), "change_id = ?", number, "version", "status", "open_for", "made_by",
                        "misfit", "attempt", "account_status", "reason_en", "closing_remark", "closed_at").stream(),
                StoredRow.select(jdbc, "temporary_exception", List.of("exception_id"), "exception_id = ?", number, "version", "status", "open_for",
                        "misfit", "attempt", "in_force_on", "still_out", "last_taken_back", "ended_by", "end_reason", "closed_at").stream())
                .map(StoredRow::asLiving).toList();
    }
}
