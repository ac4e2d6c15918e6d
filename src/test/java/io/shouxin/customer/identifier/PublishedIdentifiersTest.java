package io.shouxin.customer.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes published by others, with what they are known to be. */
class PublishedIdentifiersTest {

    private static final Path DATA = Path.of(System.getProperty("shouxin.data", "../shared/data"), "uscc-ids");

    @Test
    void agreesWithEveryPublishedUnifiedSocialCreditCode() throws IOException {
        List<String> lines = lines("uscc_vectors.csv");
        for (String line : lines) {
            String[] cells = line.split(",");
            assertThat(UnifiedSocialCreditCode.flawOf(cells[0]).isEmpty()).as(line).isEqualTo(cells[1].equals("1"));
        }
        assertThat(lines).hasSizeGreaterThan(100);
    }

    @Test
    void agreesWithEveryPublishedResidentId() throws IOException {
        for (String line : lines("resident_id_vectors.csv")) {
            String[] cells = line.split(",");
            assertThat(ResidentId.flawOf(cells[0], LocalDate.of(2026, 3, 2)).isEmpty()).as(line).isEqualTo(cells[1].equals("1"));
        }
    }

    private static List<String> lines(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: no data folder at " + DATA.toAbsolutePath() + " (set -Dshouxin.data)");
        List<String> lines = Files.readAllLines(path);
        return lines.subList(1, lines.size());
    }
}
