package io.shouxin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.ApplicationTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class InvoiceRegisterTest {

    private static final PersonId ACTOR = new PersonId("rm");
    private static final String HEADER = "企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态\n";
    private static final Path DATA = Path.of(System.getProperty("shouxin.data", "../shared/data"), "cumcm2020c");

    @Autowired
    private InvoiceRegister invoices;

    @Autowired
    private CustomerRegister customers;

    @Autowired
    private FirmImport firms;

    private final List<InvoiceImport.RefusedRow> refused = new ArrayList<>();
    private String code;
    private CustomerId firm;

    @BeforeEach
    void registerAFirm() {
        code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        firm = customers.register(RegisterCustomer.masked("某某商贸", code), ACTOR).orElseThrow().id();
    }

    @Test
    void storesSoundRowsAndReportsTheOthersWithLineAndReason() {
        InvoiceImport result = run("""
                FIRM,1,2019/7/8,B1,100,13,113,有效发票
                FIRM,2,2019-07-09,B2,-50,-6.5,-56.5,有效发票
                FIRM,3,2019/8/1,B1,10,1.3,11.3, 作废发票
                FIRM,1,2019/7/8,B1,100,13,113,有效发票

                FIRM,4,2019/13/1,B1,10,1.3,11.3,有效发票
                FIRM,5,2019/12/1,B1,10,1.3,12,有效发票
                FIRM,6,2019/12/1,B1,1e5,1.3,12,有效发票
                FIRM,7,2019/12/1,B1,10,1.3,11.3,遗失
                NOBODY,8,2019/12/1,B1,10,1.3,11.3,有效发票
                FIRM,9,2019/12/1
                FIRM,10,2999/12/1,B1,10,1.3,11.3,有效发票
                """);

        assertThat(result.added()).isEqualTo(3);
        assertThat(result.duplicates()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(Map.of("INVOICE_DATE_MALFORMED", 1L, "INVOICE_TOTAL_WRONG", 1L,
                "INVOICE_AMOUNT_MALFORMED", 1L, "INVOICE_STATUS_UNKNOWN", 1L, "INVOICE_FIRM_UNKNOWN", 1L,
                "INVOICE_ROW_INCOMPLETE", 1L, "INVOICE_DATE_OUT_OF_RANGE", 1L));
        assertThat(refused).extracting(InvoiceImport.RefusedRow::line).containsExactly(5L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
    }

    @Test
    void addsNothingWhenTheSameFileComesAgain() {
        String rows = "FIRM,1,2019/7/8,B1,100,13,113,有效发票\nFIRM,2,2019/7/8,B1,100,13,113,有效发票\n";
        run(rows);
        InvoiceImport again = run(rows);

        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(2);
        assertThat(profile().issued().validCount()).isEqualTo(2);
    }

    @Test
    void noticesThatAnInvoiceWasVoidedSinceAndNeverRevivesIt() {
        run("FIRM,1,2019/7/8,B1,100,13,113,有效发票\n");
        assertThat(run("FIRM,1,2019/7/8,B1,100,13,113,作废发票\n").changed()).isEqualTo(1);
        assertThat(profile().issued().voidCount()).isEqualTo(1);

        assertThat(run("FIRM,1,2019/7/8,B1,100,13,113,有效发票\n").changed()).isZero();
        assertThat(profile().issued().validCount()).isZero();
    }

    @Test
    void countsVoidAndRedInvoicesApart() {
        run("FIRM,1,2019/7/8,B1,100,13,113,有效发票\nFIRM,2,2019/7/9,B2,-50,-6.5,-56.5,有效发票\nFIRM,3,2019/8/1,B1,10,1.3,11.3,作废发票\n");

        InvoiceProfile.Side issued = profile().issued();
        assertThat(issued.validCount()).isEqualTo(2);
        assertThat(issued.negativeCount()).isEqualTo(1);
        assertThat(issued.validAmount()).isEqualByComparingTo("50");
        assertThat(issued.redRate()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("0.5"));
        assertThat(issued.voidRate()).hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("0.333333"));
        assertThat(issued.topShare12m()).hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("1"));
    }

    @Test
    void refusesAFileOfTheOtherDirectionAsAWhole() {
        Outcome<InvoiceImport> outcome = invoices.importCsv(new StringReader(HEADER.replace("购方", "销方")), InvoiceDirection.ISSUED,
                refused::add, ACTOR);

        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly("INVOICE_DIRECTION_WRONG");
    }

    @Test
    void refusesRowsOfAnotherFirmInAFileForOneFirm() {
        String other = customers.register(RegisterCustomer.masked("另一家", code + "B"), ACTOR).orElseThrow().identifierMasked();
        InvoiceImport result = invoices.importCsv(new StringReader(HEADER + other + ",1,2019/7/8,B1,100,13,113,有效发票\n"),
                InvoiceDirection.ISSUED, Optional.of(firm), refused::add, ACTOR).orElseThrow();

        assertThat(result.refused()).containsOnlyKeys("INVOICE_OTHER_FIRM");
    }

    @Test
    void keepsWhatItReadWhenALineNeverEnds() {
        InvoiceImport result = run("FIRM,1,2019/7/8,B1,100,13,113,有效发票\n" + "x".repeat(200_000));

        assertThat(result.added()).isEqualTo(1);
        assertThat(result.refused()).containsOnlyKeys("INVOICE_FILE_BROKEN");
    }

    @Test
    void importsTheRealInvoicesInSecondsAndOnce() throws IOException {
        Path issued = DATA.resolve("annex1_out_invoices.csv.gz");
        assumeTrue(Files.exists(issued), () -> "skipped: no data folder at " + DATA.toAbsolutePath() + " (set -Dshouxin.data)");
        try (InputStream file = Files.newInputStream(DATA.resolve("annex1_enterprises.csv"))) {
            assertThat(firms.importCsv(file, ACTOR).orElseThrow()).hasSize(62)
                    .noneMatch(row -> row.result() == FirmImport.Result.REFUSED);
        }
        InvoiceImport sales = timed(issued, InvoiceDirection.ISSUED);
        InvoiceImport purchases = timed(DATA.resolve("annex1_in_invoices.csv.gz"), InvoiceDirection.RECEIVED);
        InvoiceImport again = timed(issued, InvoiceDirection.ISSUED);

        assertThat(sales.refused()).isEqualTo(Map.of("INVOICE_TOTAL_WRONG", 1L));
        assertThat(sales.duplicates() + sales.known()).isEqualTo(998);
        assertThat(purchases.refused()).isEqualTo(Map.of("INVOICE_TOTAL_WRONG", 2L));
        assertThat(again.added() + again.changed()).isZero();
        CustomerId e1 = customers.findByIdentifier(IdentifierType.INTERNAL_REFERENCE, "E1").orElseThrow().id();
        InvoiceProfile profile = invoices.profile(e1, LocalDate.of(2020, 2, 29));
        assertThat(profile.issued().validCount()).isEqualTo(7886);
        assertThat(profile.issued().voidCount()).isEqualTo(224);
        assertThat(profile.issued().validAmount()).isEqualByComparingTo("4065843301.78");
        assertThat(profile.received().validAmount()).isEqualByComparingTo("5744706261.02");
    }

    private InvoiceImport timed(Path path, InvoiceDirection direction) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long cpuStart = threads.getCurrentThreadCpuTime();
        try (InputStream file = Files.newInputStream(path)) {
            InvoiceImport result = invoices.importFile(file, direction, Optional.empty(), refused::add, ACTOR).orElseThrow();
            long millis = (System.nanoTime() - start) / 1_000_000;
            long cpuMillis = (threads.getCurrentThreadCpuTime() - cpuStart) / 1_000_000;
            System.out.printf("%s: %,d rows in %,d ms (%,d ms of CPU), %,d rows/s, %,d rows per CPU second%n", path.getFileName(),
                    result.rows(), millis, cpuMillis, result.rows() * 1000 / millis, result.rows() * 1000 / cpuMillis);
            return result;
        }
    }

    private InvoiceImport run(String rows) {
        refused.clear();
        return invoices.importCsv(new StringReader(HEADER + rows.replace("FIRM", code)), InvoiceDirection.ISSUED, refused::add, ACTOR)
                .orElseThrow();
    }

    private InvoiceProfile profile() {
        return invoices.profile(firm, LocalDate.of(2020, 1, 31));
    }
}
