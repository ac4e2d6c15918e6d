package io.shouxin.customer.console;

import io.shouxin.customer.FirmImport;
import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceImport;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings firms and their invoices in from files. */
@Component
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Imports firms and VAT invoices from CSV files (plain or gzip, UTF-8 or GBK). Importing again adds nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all rows are in", "1:a file could not be read or did not fit", "2:the command line is wrong",
            "3:done, but some rows were refused (see --refused)"})
public class ImportCommand implements Callable<Integer> {

    private static final PersonId ACTOR = new PersonId("system");
    private static final int ALL_IN = 0;
    private static final int FAILED = 1;
    private static final int NOTHING_TO_DO = 2;
    private static final int ROWS_REFUSED = 3;

    @Option(names = "--firms", paramLabel = "FILE", description = "firms: columns 企业代号, 企业名称")
    private Path firms;

    @Option(names = "--issued", paramLabel = "FILE", description = "invoices issued by the firms (销项): columns 企业代号, 发票号码, 开票日期, "
            + "购方单位代号, 金额, 税额, 价税合计, 发票状态")
    private Path issued;

    @Option(names = "--received", paramLabel = "FILE", description = "invoices received by the firms (进项): the same with 销方单位代号")
    private Path received;

    @Option(names = "--refused", paramLabel = "FILE", description = "where to list refused and repeated rows (CSV); else the first 20 go to stderr")
    private Path refusedFile;

    @Spec
    private CommandSpec spec;

    private final FirmImport firmImport;
    private final InvoiceRegister invoices;

    ImportCommand(FirmImport firmImport, InvoiceRegister invoices) {
        this.firmImport = firmImport;
        this.invoices = invoices;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (firms == null && issued == null && received == null) {
            err.println("Nothing to import: give --firms, --issued or --received.");
            return NOTHING_TO_DO;
        }
        for (Path file : new Path[] {firms, issued, received}) {
            if (file != null && !Files.isReadable(file)) {
                err.println("Cannot read " + file);
                return FAILED;
            }
        }
        try (RefusedRows refused = RefusedRows.to(refusedFile, err)) {
            boolean fits = (firms == null || importFirms(refused, err))
                    && (issued == null || importInvoices(issued, InvoiceDirection.ISSUED, refused, err))
                    && (received == null || importInvoices(received, InvoiceDirection.RECEIVED, refused, err));
            return !fits ? FAILED : refused.count() > 0 ? ROWS_REFUSED : ALL_IN;
        }
    }

    private boolean importFirms(RefusedRows refused, PrintWriter err) throws IOException {
        try (InputStream file = Files.newInputStream(firms)) {
            Outcome<List<FirmImport.Row>> outcome = firmImport.importCsv(file, ACTOR);
            if (!outcome.isDone()) {
                return misfit(firms, outcome.refusals(), err);
            }
            List<FirmImport.Row> rows = outcome.orElseThrow();
            rows.stream().filter(row -> row.result() == FirmImport.Result.REFUSED).forEach(row ->
                    row.refusals().forEach(refusal -> refused.add(firms, row.line(), refusal.code(), refusal.field(), row.code())));
            print("%s: %,d firms, %,d added, %,d known, %,d refused", firms.getFileName(), rows.size(), count(rows, FirmImport.Result.ADDED),
                    count(rows, FirmImport.Result.KNOWN), count(rows, FirmImport.Result.REFUSED));
            return true;
        }
    }

    private boolean importInvoices(Path path, InvoiceDirection direction, RefusedRows refused, PrintWriter err) throws IOException {
        long start = System.nanoTime();
        try (InputStream file = new ProgressStream(Files.newInputStream(path), Files.size(path), path.getFileName().toString(), err)) {
            Outcome<InvoiceImport> outcome = invoices.importFile(file, direction, Optional.empty(), row -> {
                if (row.reason().equals("INVOICE_REPEATED")) {
                    refused.note(path, row.line(), row.reason(), row.column(), row.text());
                } else {
                    refused.add(path, row.line(), row.reason(), row.column(), row.text());
                }
            }, ACTOR);
            if (!outcome.isDone()) {
                return misfit(path, outcome.refusals(), err);
            }
            InvoiceImport result = outcome.orElseThrow();
            long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
            print("%s: %,d rows, %,d added, %,d voided, %,d known, %,d repeated, %,d refused %s; %.1f s, %,d rows/s", path.getFileName(),
                    result.rows(), result.added(), result.changed(), result.known(), result.duplicates(), result.refusedRows(),
                    result.refused(), millis / 1000.0, result.rows() * 1000 / millis);
            return !result.refused().containsKey("INVOICE_FILE_BROKEN");
        }
    }

    private static boolean misfit(Path file, List<Refusal> refusals, PrintWriter err) {
        refusals.forEach(refusal -> err.println(file + ": " + refusal.code() + " " + refusal.arguments()));
        return false;
    }

    private void print(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(format, values));
        out.flush();
    }

    private static long count(List<FirmImport.Row> rows, FirmImport.Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }
}
