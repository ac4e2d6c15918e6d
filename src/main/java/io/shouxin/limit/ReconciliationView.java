package io.shouxin.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One reconciliation of the ledger (台账核对).
 *
 * @param id          e.g. {@code RC-2026-000123}
 * @param differences empty if all agreed; at most the first {@link DayEnd#MOST_DIFFERENCES}
 * @param explanation what came out when somebody looked into it
 */
public record ReconciliationView(String id, LocalDate businessDate, Instant runAt, List<LedgerDifference> differences,
                                 Optional<String> explanation, Optional<String> explainedBy) {

    public ReconciliationView {
        differences = List.copyOf(differences);
    }
}
