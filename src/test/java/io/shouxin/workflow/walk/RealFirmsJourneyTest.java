package io.shouxin.workflow.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shouxin.testkit.ApplicationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

/** Five real firms of a data folder go through the whole process; skipped where the folder is absent. */
@ApplicationTest
@Tag("data")
class RealFirmsJourneyTest {

    private static final Path DATA = Path.of(System.getProperty("shouxin.data", "../shared/data")).resolve("cumcm2020c");
    /** Small enough to be rated on invoices: the largest firms of the folder would need statements. */
    private static final Set<String> FIRMS = Set.of("E31", "E35", "E39", "E47", "E49");

    @Autowired
    private AutowireCapableBeanFactory beans;
    @TempDir
    private Path folder;

    @Test
    void fiveRealFirmsAreImportedRatedAndWalkedToTheirEnd() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no data folder " + DATA + ": real firms are not walked (-Dshouxin.data names another)");
        Path firms = pick("annex1_enterprises.csv");
        Path issued = pick("annex1_out_invoices.csv.gz");
        Path received = pick("annex1_in_invoices.csv.gz");
        StringWriter table = new StringWriter();

        int exitCode = new CommandLine(beans.createBean(WalkCommand.class)).setOut(new PrintWriter(table))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--firms-file", firms.toString(), "--issued", issued.toString(), "--received", received.toString(), "--firms", "5");

        assertThat(exitCode).isZero();
        List<String> rows = table.toString().lines().skip(1).takeWhile(line -> !line.isBlank()).toList();
        assertThat(rows).hasSize(5).allSatisfy(row -> {
            assertThat(row.trim().split("\\s+")[0]).isIn(FIRMS);
            assertThat(row).containsAnyOf("ACTIVE", "DECLINED");
            assertThat(row).containsAnyOf("EXCELLENT", "GOOD", "FAIR", "WATCH", "POOR");
        });
        assertThat(rows).anySatisfy(row -> assertThat(row).contains("ACTIVE"));
        assertThat(table.toString()).contains("5 firms: ");
    }

    /** The rows of the chosen firms, as a file of the same layout. */
    private Path pick(String name) throws IOException {
        Path source = DATA.resolve(name);
        Path target = folder.resolve(name.replace(".gz", ""));
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(source)) : Files.newInputStream(source), StandardCharsets.UTF_8))) {
            List<String> kept = rows.lines().filter(row -> row.contains("企业代号") || FIRMS.contains(row.split(",")[0])).toList();
            Files.write(target, kept);
        }
        return target;
    }
}
