package io.shouxin.rating.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.ApplicationTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

@ApplicationTest
class ExportFactsCommandTest {

    @Autowired
    private AutowireCapableBeanFactory beans;
    @TempDir
    private Path folder;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeInvoices() throws IOException {
        Files.writeString(folder.resolve("firms.csv"), "企业代号,企业名称,是否违约\nXF1,导出示例一,否\nXF2,导出示例二,是\n");
        StringBuilder issued = new StringBuilder("企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态\n");
        for (int month = 1; month <= 12; month++) {
            issued.append("XF1,%d,2025/%d/5,B%d,20000,2600,22600,有效发票\n".formatted(70000 + month, month, month % 3));
        }
        issued.append("XF2,70100,2025/3/5,B1,500,65,565,有效发票\n");
        Files.writeString(folder.resolve("issued.csv"), issued);
        Files.writeString(folder.resolve("received.csv"), "企业代号,发票号码,开票日期,销方单位代号,金额,税额,价税合计,发票状态\n"
                + "XF1,80001,2025/2/5,A1,9000,1170,10170,有效发票\n");
    }

    @Test
    void writesFactsAndScoreBesideTheKeptOutcomeAndLeavesOutFirmsWithTooShortAHistory() throws IOException {
        int exitCode = run("--keep", "是否违约");

        List<String> rows = Files.readAllLines(folder.resolve("facts.csv"));
        assertThat(exitCode).isEqualTo(3);
        assertThat(rows.get(0)).startsWith("企业代号,是否违约,").contains("averageMonthlySales", "invoicesPerMonth").endsWith("validSales,score")
                .doesNotContain("managementQuality", "overdueCount24m");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).startsWith("XF1,否,").contains("20000.00");
        assertThat(said.toString()).contains("1 firms, 1 left out");
    }

    @Test
    void asksForAColumnTheFileHas() {
        assertThat(run("--keep", "信誉")).isEqualTo(1);
        assertThat(folder.resolve("facts.csv")).doesNotExist();
    }

    private int run(String... more) {
        String[] files = {"--firms-file", folder.resolve("firms.csv").toString(), "--issued", folder.resolve("issued.csv").toString(),
            "--received", folder.resolve("received.csv").toString(), "--out", folder.resolve("facts.csv").toString(), more[0], more[1]};
        return new CommandLine(beans.createBean(ExportFactsCommand.class)).setOut(new PrintWriter(said)).setErr(new PrintWriter(said)).execute(files);
    }
}
