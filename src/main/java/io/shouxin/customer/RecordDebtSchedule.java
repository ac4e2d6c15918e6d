package io.shouxin.customer;

import java.time.LocalDate;
import java.util.List;

/**
 * Puts a schedule of existing debt on file.
 *
 * @param asOf       the cut-off date
 * @param source     who told it
 * @param documentId the document it was taken from; blank for none
 * @param lines      all debts; an empty list says that the customer owes nobody
 */
public record RecordDebtSchedule(LocalDate asOf, String source, String documentId, List<DebtLine> lines) {

    public RecordDebtSchedule {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
