package io.shouxin.customer;

import io.shouxin.audit.AuditTrail;
import io.shouxin.kernel.TextEncoding;
import io.shouxin.customer.invoice.InvoiceColumns;
import io.shouxin.customer.invoice.InvoiceMonths;
import io.shouxin.customer.invoice.InvoiceStore;
import io.shouxin.customer.invoice.ProfileArithmetic;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.LineLimit;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk that keeps value-added-tax invoices (增值税发票), by the ten thousand: what a small firm without statements is
 * judged on. Files are read as a stream and stored batch by batch; importing a file again adds nothing.
 */
@Service
public class InvoiceRegister {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setLenientEof(true)
            .setTrailingData(true).get();

    private final CustomerRegister customers;
    private final InvoiceStore store;
    private final InvoiceMonths months;
    private final BusinessClock clock;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    InvoiceRegister(CustomerRegister customers, InvoiceStore store, InvoiceMonths months, BusinessClock clock, AuditTrail audit,
                    PlatformTransactionManager transactions) {
        this.customers = customers;
        this.store = store;
        this.months = months;
        this.clock = clock;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A file of many firms, each named in its rows by the code it is registered under. */
    public Outcome<InvoiceImport> importCsv(Reader csv, InvoiceDirection direction, Consumer<InvoiceImport.RefusedRow> refused, PersonId actor) {
        return importCsv(csv, direction, Optional.empty(), refused, actor);
    }

    /** The same, plain or gzip, UTF-8 or GBK. */
    public Outcome<InvoiceImport> importFile(InputStream file, InvoiceDirection direction, Optional<CustomerId> only,
                                             Consumer<InvoiceImport.RefusedRow> refused, PersonId actor) {
        try {
            return importCsv(TextEncoding.open(file), direction, only, refused, actor);
        } catch (IOException broken) {
            return Outcome.refused(Refusal.of("INVOICE_FILE_BROKEN").at("file"));
        }
    }

    /**
     * Stores the sound rows of a file and reports the others, row by row. Refuses the file as a whole, storing nothing, when
     * its header does not fit.
     *
     * @param only    the customer all rows must belong to; such a file need not name the firm
     * @param refused told of each row that is not stored, as it is met
     */
    public Outcome<InvoiceImport> importCsv(Reader csv, InvoiceDirection direction, Optional<CustomerId> only,
                                            Consumer<InvoiceImport.RefusedRow> refused, PersonId actor) {
        List<Refusal> refusals = new ArrayList<>();
        if (direction == null) {
            return Outcome.refused(Refusal.of("INVOICE_DIRECTION_MISSING").at("direction"));
        }
        if (only.isPresent() && customers.find(only.get()).isEmpty()) {
            return Outcome.refused(Refusal.of("CUSTOMER_UNKNOWN").with("customerId", only.get()));
        }
        InvoiceImportRun run = new InvoiceImportRun(customers, store, transaction, direction, only, refused);
        try (CSVParser parser = CSVParser.parse(new LineLimit(csv), FORMAT)) {
            Iterator<CSVRecord> rows = parser.iterator();
            if (!hasNext(rows)) {
                return Outcome.refused(Refusal.of("INVOICE_FILE_EMPTY").at("file"));
            }
            InvoiceColumns columns = InvoiceColumns.of(rows.next(), direction, only.isPresent(), clock.today(), refusals);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            run.read(parser, rows, columns);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            run.breakOff();
        } finally {
            run.touched().forEach(customer -> months.refresh(customer, direction));
        }
        InvoiceImport result = run.result();
        transaction.executeWithoutResult(status -> result.customers().forEach(customer ->
                audit.record(customer.value(), "INVOICES_IMPORTED", actor, direction.name())));
        return Outcome.done(result);
    }

    /**
     * What the invoices tell about a firm; one query.
     *
     * @param asOf later months are not looked at
     */
    public InvoiceProfile profile(CustomerId customer, LocalDate asOf) {
        return ProfileArithmetic.profile(asOf, months.of(customer, YearMonth.from(asOf)));
    }

    private static boolean hasNext(Iterator<CSVRecord> rows) throws IOException {
        try {
            return rows.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
