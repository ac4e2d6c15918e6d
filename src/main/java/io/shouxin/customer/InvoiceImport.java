package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import java.util.Map;
import java.util.Set;

/**
 * What an invoice import did.
 *
 * @param rows       data rows read
 * @param added      invoices stored
 * @param changed    known invoices whose status became another, e.g. voided since the last import
 * @param known      rows that were stored by an earlier import, unchanged
 * @param duplicates rows that repeat a row of the same file in every field; counted once
 * @param refused    rows refused, by reason code
 * @param customers  customers the stored rows belong to
 */
public record InvoiceImport(long rows, long added, long changed, long known, long duplicates,
                            Map<String, Long> refused, Set<CustomerId> customers) {

    public InvoiceImport {
        refused = Map.copyOf(refused);
        customers = Set.copyOf(customers);
    }

    public long refusedRows() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A row that was not stored.
     *
     * @param line   line in the file, from 1 with the header
     * @param reason code such as {@code INVOICE_TOTAL_WRONG}; also the message key {@code refusal.<reason>}
     * @param column header of the cell at fault, empty when the row as a whole is
     * @param text   content of that cell
     */
    public record RefusedRow(long line, String reason, String column, String text) {
    }
}
