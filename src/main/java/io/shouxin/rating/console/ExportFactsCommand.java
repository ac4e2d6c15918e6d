package io.shouxin.rating.console;

import io.shouxin.customer.FirmImport;
import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.TextEncoding;
import io.shouxin.rating.FactText;
import io.shouxin.rating.InvoiceTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what the invoice scorecard knows of firms, and the score it gives, beside an outcome the file of firms tells. */
@Component
@Command(name = "export-facts", mixinStandardHelpOptions = true,
        description = {"Imports firms and their VAT invoices, then writes a CSV with the facts the invoice scorecard looks at and the score.",
            "Credit record and judgements are assumed clean and average, the same for all; no rating is stored.",
            "Columns named by --keep are copied from the file of firms; they are never looked at."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all firms are in the file", "1:a file could not be read or did not fit", "2:the command line is wrong",
            "3:done, but some firms have fewer months of invoices than a rating needs"})
class ExportFactsCommand implements Callable<Integer> {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final String CODE = "企业代号";
    private static final CSVFormat FIRMS = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true).get();

    @Option(names = "--firms-file", paramLabel = "FILE", required = true, description = "firms: columns 企业代号, 企业名称 and those to keep")
    private Path firmsFile;

    @Option(names = "--issued", paramLabel = "FILE", required = true, description = "invoices issued (销项), CSV or gzip")
    private Path issued;

    @Option(names = "--received", paramLabel = "FILE", required = true, description = "invoices received (进项), CSV or gzip")
    private Path received;

    @Option(names = "--keep", paramLabel = "COLUMN", split = ",", description = "columns of the file of firms to copy, such as an outcome")
    private List<String> kept = new ArrayList<>();

    @Option(names = "--scorecard-of", paramLabel = "DAY", description = "ask the scorecard in force on this day (default: today)")
    private LocalDate day;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to write (CSV, UTF-8)")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final FirmImport firmImport;
    private final InvoiceRegister invoices;
    private final InvoiceTrial trial;
    private final BusinessClock clock;

    ExportFactsCommand(FirmImport firmImport, InvoiceRegister invoices, InvoiceTrial trial, BusinessClock clock) {
        this.firmImport = firmImport;
        this.invoices = invoices;
        this.trial = trial;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> copies = new HashMap<>();
        try (CSVParser rows = CSVParser.parse(TextEncoding.open(Files.newInputStream(firmsFile)), FIRMS)) {
            List<String> needed = new ArrayList<>(kept);
            needed.add(CODE);
            for (String column : needed) {
                if (!rows.getHeaderNames().contains(column)) {
                    spec.commandLine().getErr().println(firmsFile + " has no column " + column);
                    return 1;
                }
            }
            for (CSVRecord row : rows) {
                copies.put(row.get(CODE).strip(), kept.stream().map(row::get).toList());
            }
        }
        List<FirmImport.Row> firms;
        try (InputStream file = Files.newInputStream(firmsFile)) {
            firms = firmImport.importCsv(file, SYSTEM).orElseThrow();
        }
        importInvoices(issued, InvoiceDirection.ISSUED);
        importInvoices(received, InvoiceDirection.RECEIVED);
        return write(firms, copies);
    }

    private int write(List<FirmImport.Row> firms, Map<String, List<String>> copies) throws IOException {
        LocalDate asked = day == null ? clock.today() : day;
        int without = 0;
        try (CSVPrinter file = new CSVPrinter(Files.newBufferedWriter(out), CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            boolean headed = false;
            for (FirmImport.Row firm : firms) {
                Optional<InvoiceTrial.Sheet> sheet = firm.customer().flatMap(customer -> trial.of(customer, asked));
                if (sheet.isEmpty()) {
                    without++;
                    continue;
                }
                List<String> row = new ArrayList<>(List.of(firm.code()));
                row.addAll(copies.getOrDefault(firm.code(), List.of()));
                if (!headed) {
                    List<String> header = new ArrayList<>(List.of(CODE));
                    header.addAll(kept);
                    header.addAll(sheet.get().facts().keySet());
                    header.addAll(List.of("validSales", "score"));
                    file.printRecord(header);
                    headed = true;
                }
                sheet.get().facts().values().forEach(fact -> row.add(FactText.of(fact)));
                row.addAll(List.of(FactText.of(sheet.get().sales()), FactText.of(sheet.get().score())));
                file.printRecord(row);
            }
        }
        spec.commandLine().getOut().printf("%s: %d firms, %d left out%n", out, firms.size() - without, without);
        spec.commandLine().getOut().flush();
        return without == 0 ? 0 : 3;
    }

    private void importInvoices(Path path, InvoiceDirection direction) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try (InputStream file = Files.newInputStream(path)) {
            var result = invoices.importFile(file, direction, Optional.empty(), refused -> { }, SYSTEM).orElseThrow();
            err.printf("%s: %,d rows, %,d added, %,d refused%n", path.getFileName(), result.rows(), result.added(), result.refusedRows());
        }
    }
}
