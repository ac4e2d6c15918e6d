package io.shouxin.customer;

import io.shouxin.kernel.TextEncoding;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.LineLimit;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Service;

/**
 * Enters the firms of a data set: columns 企业代号 (code) and 企业名称 (name). The code becomes an internal reference, the firm
 * counts as not yet verified. Other columns are not read: an outcome known afterwards (信誉评级, 是否违约) is never an input.
 */
@Service
public class FirmImport {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setLenientEof(true)
            .setTrailingData(true).get();
    private static final int MOST_ROWS = 100_000;

    private final CustomerRegister customers;

    FirmImport(CustomerRegister customers) {
        this.customers = customers;
    }

    /** What became of a row. */
    public enum Result {
        /** Entered in the register. */
        ADDED,
        /** Was in the register before; left as it was. */
        KNOWN,
        /** Not entered. */
        REFUSED
    }

    /**
     * @param line     line in the file, from 1 with the header
     * @param code     the firm's code in the file
     * @param customer the customer it is; empty when refused
     */
    public record Row(long line, String code, Result result, Optional<CustomerId> customer, List<Refusal> refusals) {
    }

    /** Refuses the file as a whole when it has not the two columns; otherwise answers row by row. */
    public Outcome<List<Row>> importCsv(InputStream file, PersonId actor) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new LineLimit(TextEncoding.open(file)), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext() ? records.next().stream().map(FirmImport::cleaned).toList() : List.of();
            int code = header.indexOf("企业代号");
            int name = header.indexOf("企业名称");
            if (code < 0 || name < 0) {
                return Outcome.refused(Refusal.of("FIRM_COLUMNS_MISSING").at("file"));
            }
            long line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext() && rows.size() < MOST_ROWS) {
                CSVRecord row = records.next();
                if (!(row.size() == 1 && row.get(0).isBlank())) {
                    rows.add(enter(line, cell(row, code), cell(row, name), actor));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return Outcome.done(rows);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return rows.isEmpty() ? Outcome.refused(Refusal.of("FIRM_FILE_BROKEN").at("file")) : Outcome.done(withRest(rows));
        }
    }

    private Row enter(long line, String code, String name, PersonId actor) {
        Outcome<CustomerView> outcome = customers.register(RegisterCustomer.masked(name, code), actor);
        if (outcome instanceof Outcome.Done<CustomerView> done) {
            return new Row(line, code, Result.ADDED, Optional.of(done.value().id()), List.of());
        }
        boolean known = outcome.refusals().stream().anyMatch(refusal -> refusal.code().equals("CUSTOMER_ALREADY_REGISTERED"));
        return known
                ? new Row(line, code, Result.KNOWN,
                        customers.findByIdentifier(IdentifierType.INTERNAL_REFERENCE, code).map(CustomerView::id), List.of())
                : new Row(line, code, Result.REFUSED, Optional.empty(), outcome.refusals());
    }

    private static List<Row> withRest(List<Row> rows) {
        long next = rows.get(rows.size() - 1).line() + 1;
        rows.add(new Row(next, "", Result.REFUSED, Optional.empty(), List.of(Refusal.of("FIRM_FILE_BROKEN"))));
        return rows;
    }

    private static String cell(CSVRecord row, int column) {
        return column < row.size() ? cleaned(row.get(column)) : "";
    }

    private static String cleaned(String cell) {
        return cell.replace("\ufeff", "").strip();
    }
}
