package io.shouxin.customer;

import io.shouxin.customer.invoice.InvoiceColumns;
import io.shouxin.customer.invoice.InvoiceLine;
import io.shouxin.customer.invoice.InvoiceStore;
import io.shouxin.kernel.CustomerId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One import of an invoice file: gathers rows, stores them batch by batch, counts. */
final class InvoiceImportRun {

    private static final int ATTEMPTS = 3;
    private static final int REMEMBERED_FIRMS = 20_000;

    private final CustomerRegister customers;
    private final InvoiceStore store;
    private final TransactionTemplate transaction;
    private final InvoiceDirection direction;
    private final Optional<CustomerId> only;
    private final Consumer<InvoiceImport.RefusedRow> refusedRows;
    private final long newestBefore;

    private final Map<ByteBuffer, InvoiceStore.Entry> batch = new LinkedHashMap<>();
    private final Map<String, Optional<CustomerId>> firms = new HashMap<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Set<CustomerId> seen = new LinkedHashSet<>();
    private final Set<CustomerId> touched = new LinkedHashSet<>();
    /** Inside somebody else's transaction a failed batch could not be tried again. */
    private final boolean mayFail = !TransactionSynchronizationManager.isActualTransactionActive();
    private boolean expectFreshRows = mayFail;
    private long rows;
    private long line;
    private long added;
    private long changed;
    private long known;
    private long duplicates;

    InvoiceImportRun(CustomerRegister customers, InvoiceStore store, TransactionTemplate transaction, InvoiceDirection direction,
                     Optional<CustomerId> only, Consumer<InvoiceImport.RefusedRow> refusedRows) {
        this.customers = customers;
        this.store = store;
        this.transaction = transaction;
        this.direction = direction;
        this.only = only;
        this.refusedRows = refusedRows;
        this.newestBefore = store.newest();
    }

    void read(CSVParser parser, Iterator<CSVRecord> records, InvoiceColumns columns) {
        line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord row = records.next();
            if (!(row.size() == 1 && row.get(0).isBlank())) {
                rows++;
                read(row, columns);
            }
            if (batch.size() == InvoiceStore.BATCH) {
                store();
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        store();
    }

    /** The rest of the file cannot be read; what was read so far is kept. */
    void breakOff() {
        refuse("INVOICE_FILE_BROKEN", "", "");
        store();
    }

    Set<CustomerId> touched() {
        return touched;
    }

    InvoiceImport result() {
        return new InvoiceImport(rows, added, changed, known, duplicates, refused, seen);
    }

    private void read(CSVRecord row, InvoiceColumns columns) {
        try {
            InvoiceLine invoice = columns.read(row);
            Optional<CustomerId> owner = ownerOf(invoice.firm());
            if (owner.isEmpty()) {
                refuse(only.isPresent() ? "INVOICE_OTHER_FIRM" : "INVOICE_FIRM_UNKNOWN", "", invoice.firm());
                return;
            }
            ByteBuffer fingerprint = invoice.fingerprint(owner.get(), direction);
            InvoiceStore.Entry entry = new InvoiceStore.Entry(fingerprint, owner.get(), direction, invoice, line);
            InvoiceStore.Entry twin = batch.putIfAbsent(fingerprint, entry);
            if (twin != null) {
                repeated(entry);
                if (invoice.voided() && !twin.line().voided()) {
                    batch.put(fingerprint, entry);
                }
            }
        } catch (InvoiceColumns.BadRow bad) {
            refuse(bad.reason(), bad.column(), bad.text());
        }
    }

    private Optional<CustomerId> ownerOf(String firm) {
        if (firm.isEmpty()) {
            return only;
        }
        if (firms.size() > REMEMBERED_FIRMS) {
            firms.clear();
        }
        return firms.computeIfAbsent(firm, code -> customers.findByIdentifier(IdentifierType.INTERNAL_REFERENCE, code)
                        .or(() -> customers.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, code))
                        .map(CustomerView::id))
                .filter(owner -> only.isEmpty() || only.get().equals(owner));
    }

    private void store() {
        if (!batch.isEmpty() && !(expectFreshRows && storeUnseen())) {
            storeWithLookUp();
        }
        batch.clear();
    }

    /** Adds the batch without looking whether its rows are known: right for most batches, and the unique key tells the others. */
    private boolean storeUnseen() {
        List<InvoiceStore.Entry> fresh = List.copyOf(batch.values());
        Set<CustomerId> owners = fresh.stream().map(InvoiceStore.Entry::owner).collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            transaction.executeWithoutResult(status -> {
                owners.forEach(owner -> store.markStale(owner, direction));
                store.add(fresh);
            });
        } catch (DataIntegrityViolationException someAreKnown) {
            return false;
        }
        added += fresh.size();
        seen.addAll(owners);
        touched.addAll(owners);
        return true;
    }

    private void storeWithLookUp() {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> storeBatch());
                break;
            } catch (DuplicateKeyException storedMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw storedMeanwhile;
                }
            }
        }
    }

    private void storeBatch() {
        Map<ByteBuffer, InvoiceStore.Known> stored = store.known(batch.keySet());
        List<InvoiceStore.Entry> fresh = new ArrayList<>();
        List<Long> voided = new ArrayList<>();
        List<InvoiceStore.Entry> repeats = new ArrayList<>();
        Set<CustomerId> owners = new HashSet<>();
        long unchanged = 0;
        for (InvoiceStore.Entry entry : batch.values()) {
            InvoiceStore.Known earlier = stored.get(entry.fingerprint());
            if (earlier == null) {
                fresh.add(entry);
                owners.add(entry.owner());
            } else if (entry.line().voided() && !earlier.voided()) {
                voided.add(earlier.id());
                owners.add(entry.owner());
            } else if (earlier.id() > newestBefore) {
                repeats.add(entry);
            } else {
                unchanged++;
            }
            seen.add(entry.owner());
        }
        owners.forEach(owner -> store.markStale(owner, direction));
        store.add(fresh);
        store.makeVoid(voided);
        touched.addAll(owners);
        repeats.forEach(this::repeated);
        added += fresh.size();
        changed += voided.size();
        known += unchanged;
        expectFreshRows = mayFail && fresh.size() == batch.size();
    }

    private void repeated(InvoiceStore.Entry entry) {
        duplicates++;
        refusedRows.accept(new InvoiceImport.RefusedRow(entry.fileLine(), "INVOICE_REPEATED", "", entry.line().number()));
    }

    private void refuse(String reason, String column, String text) {
        refused.merge(reason, 1L, Long::sum);
        refusedRows.accept(new InvoiceImport.RefusedRow(line, reason, column, text));
    }
}
