package io.shouxin.contract;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers, agreements and facilities of a case once these are open, as a receipt keeps them. */
@Component
class ContractRows implements StoredFacts {

    private final JdbcClient jdbc;

    ContractRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        List<String> number = List.of(decided.subject());
        List<StoredRow> facilities = StoredRow.select(jdbc, "facility", List.of("facility_id"), "application_id = ? ORDER BY line_no", number, "version");
        if (facilities.isEmpty()) {
            // Offers and agreements are still being negotiated.
            return List.of();
        }
        return Stream.of(
                StoredRow.select(jdbc, "offer", List.of("offer_id"), "application_id = ? ORDER BY round_no", number, "version").stream(),
                StoredRow.select(jdbc, "agreement", List.of("agreement_id"), "application_id = ? ORDER BY draft_no", number, "version").stream(),
                facilities.stream()).flatMap(rows -> rows).map(StoredRow::asLiving).toList();
    }
}
