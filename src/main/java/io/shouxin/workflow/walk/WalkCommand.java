package io.shouxin.workflow.walk;

import io.shouxin.customer.CreditReport;
import io.shouxin.customer.CreditReports;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.FirmImport;
import io.shouxin.customer.InvoiceDirection;
import io.shouxin.customer.InvoiceImport;
import io.shouxin.customer.InvoiceRegister;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationStatus;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.UnderwritingDesk;
import io.shouxin.rating.MissingFact;
import io.shouxin.rating.RatingDesk;
import io.shouxin.rating.RatingView;
import io.shouxin.workflow.engine.EngineClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks firms of a file through the whole process and prints what became of each. */
@Component
@Command(name = "walk", mixinStandardHelpOptions = true,
        description = {"Imports firms and their VAT invoices, then walks them through the whole process and prints a table.",
            "Credit reports and judgements are not in such a file: a clean report and average judgements are assumed and said so.",
            "Days are simulated: every task is done one day after it came."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all firms asked for were walked", "1:a file could not be read, or fewer firms were walked", "2:the command line is wrong"})
class WalkCommand implements Callable<Integer> {

    private static final PersonId SYSTEM = new PersonId("system");
    private static final PersonId ANALYST = new PersonId("analyst");

    @Option(names = "--firms-file", paramLabel = "FILE", required = true, description = "firms: columns 企业代号, 企业名称")
    private Path firmsFile;

    @Option(names = "--issued", paramLabel = "FILE", required = true, description = "invoices issued (销项), CSV or gzip")
    private Path issued;

    @Option(names = "--received", paramLabel = "FILE", required = true, description = "invoices received (进项), CSV or gzip")
    private Path received;

    @Option(names = "--firms", paramLabel = "N", defaultValue = "20", description = "how many firms to walk (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--amount", paramLabel = "YUAN", defaultValue = "1000000", description = "what each asks for (default: ${DEFAULT-VALUE})")
    private BigDecimal amount;

    @Spec
    private CommandSpec spec;

    private final FirmImport firmImport;
    private final InvoiceRegister invoices;
    private final CustomerRegister customers;
    private final CreditReports creditReports;
    private final Walk walk;
    private final ApplicationDesk applications;
    private final UnderwritingDesk underwriting;
    private final RatingDesk ratings;
    private final EngineClock engineClock;
    private final BusinessClock clock;

    WalkCommand(FirmImport firmImport, InvoiceRegister invoices, CustomerRegister customers, CreditReports creditReports, Walk walk,
            ApplicationDesk applications, UnderwritingDesk underwriting, RatingDesk ratings, EngineClock engineClock, BusinessClock clock) {
        this.firmImport = firmImport;
        this.invoices = invoices;
        this.customers = customers;
        this.creditReports = creditReports;
        this.walk = walk;
        this.applications = applications;
        this.underwriting = underwriting;
        this.ratings = ratings;
        this.engineClock = engineClock;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<FirmImport.Row> rows = importFirms();
        importInvoices(issued, InvoiceDirection.ISSUED);
        importInvoices(received, InvoiceDirection.RECEIVED);
        out.printf("%-8s %6s  %-10s %14s  %-10s %-44s %5s%n", "firm", "score", "grade", "limit", "outcome", "reasons", "days");
        Map<ApplicationStatus, Integer> ends = new EnumMap<>(ApplicationStatus.class);
        rows.stream().filter(row -> row.customer().isPresent()).limit(count).forEach(row ->
                ends.merge(walkOne(row.code(), customers.find(row.customer().get()).orElseThrow(), out), 1, Integer::sum));
        int walked = ends.values().stream().mapToInt(Integer::intValue).sum();
        out.printf("%n%d firms: %s%n", walked, ends.entrySet().stream().map(end -> end.getValue() + " " + end.getKey())
                .collect(Collectors.joining(", ")));
        out.flush();
        return walked == count ? 0 : 1;
    }

    private ApplicationStatus walkOne(String code, CustomerView firm, PrintWriter out) {
        Instant started = clock.instant();
        engineClock.stopAt(started);
        try {
            creditReports.record(firm.id(), new CreditReport(clock.today(), 0, 0, 0, Money.cny("0"), Money.cny("0"), 0, false, false,
                    "WALK-" + code, "假定:数据集不含征信报告"), ANALYST).orElseThrow();
            ApplicationId id = walk.walk(firm, amount);
            ApplicationView end = applications.find(id).orElseThrow();
            Optional<RatingView> rating = ratings.latest(firm.id());
            String limit = underwriting.latest(id).map(proposal -> proposal.amount().amount().toPlainString()).orElse("-");
            out.printf("%-8s %6s  %-10s %14s  %-10s %-44s %5d%n", code, rating.map(RatingView::score).map(String::valueOf).orElse("-"),
                    rating.map(RatingView::grade).map(String::valueOf).orElse("-"), limit, end.status(),
                    reasons(end, rating), Duration.between(started, clock.instant()).toDays());
            out.flush();
            return end.status();
        } finally {
            engineClock.release();
        }
    }

    /** Why it ended; where no rating was possible, which facts nobody had. The analyst's judgements were given. */
    private String reasons(ApplicationView end, Optional<RatingView> rating) {
        return rating.isPresent() ? String.join(",", end.closingReasons())
                : ratings.missingFacts(end.customerId()).stream().map(MissingFact::code)
                        .filter(code -> !code.startsWith("ASSESSMENT_")).distinct().sorted().collect(Collectors.joining(","));
    }

    private List<FirmImport.Row> importFirms() throws IOException {
        try (InputStream file = Files.newInputStream(firmsFile)) {
            return firmImport.importCsv(file, SYSTEM).orElseThrow();
        }
    }

    private void importInvoices(Path path, InvoiceDirection direction) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        try (InputStream file = Files.newInputStream(path)) {
            InvoiceImport result = invoices.importFile(file, direction, Optional.empty(), refused -> { }, SYSTEM).orElseThrow();
            err.printf("%s: %,d rows, %,d added, %,d refused, %.1f s%n", path.getFileName(), result.rows(), result.added(),
                    result.refusedRows(), (System.nanoTime() - start) / 1e9);
        }
    }
}
