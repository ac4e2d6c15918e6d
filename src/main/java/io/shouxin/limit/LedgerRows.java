package io.shouxin.limit;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reservations of a case and its entries in the ledger, as a receipt keeps them. */
@Component
class LedgerRows implements StoredFacts {

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        Stream<StoredRow> reservations = StoredRow.select(jdbc, "limit_reservation", List.of("reservation_id"), "subject = ? ORDER BY reservation_id",
                List.of(decided.subject()), "status", "confirmed").stream();
        Stream<StoredRow> entries = decided.ledgerKeys().stream().map(key -> key.split(" ", 2))
                .flatMap(key -> StoredRow.select(jdbc, "limit_entry", List.of("entry_id"), "source = ? AND command_key = ? ORDER BY line",
                        List.of(key)).stream());
        return Stream.concat(reservations, entries).toList();
    }
}
