package io.shouxin.workout;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A write-off that was decided on, as a receipt keeps it. */
@Component
class WriteOffRows implements StoredFacts {

    private final JdbcClient jdbc;

    WriteOffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return StoredRow.select(jdbc, "write_off", List.of("write_off_id"), "write_off_id = ?", List.of(decided.subject()), "version", "status", "open_for",
                "base_amount", "misfit", "attempt", "approval_case", "booked_on", "recovered", "reversal", "closed_at").stream()
                .map(StoredRow::asLiving).toList();
    }
}
