package io.shouxin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording wording = new Wording();

    @Test
    void writesSumsOfMoneyAsPeopleReadThem() {
        Refusal refusal = Refusal.of("AMOUNT_TOO_LARGE").with("most", Money.cny("10000000000"));

        assertThat(wording.of(refusal, Locale.CHINA)).contains("最多 10,000,000,000.00 元");
        assertThat(wording.of(refusal, Locale.ENGLISH)).contains("at most CNY 10,000,000,000.00.");
    }

    /** "Active" here and "active" there read as two things. */
    @Test
    void writesEveryStateAlikeInEnglish() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            assertThat(files.filter(file -> !file.toString().endsWith("_zh.properties")).flatMap(WordingTest::states).toList())
                    .hasSizeGreaterThan(80).allMatch(line -> Character.isUpperCase(line.charAt(line.indexOf('=') + 1)));
        }
    }

    private static Stream<String> states(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.matches("\\w*(Status|State)\\.[A-Z_]+=.*"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void leavesNumbersOfOtherThingsAlone() {
        Refusal refusal = Refusal.of("APPLICATION_UNKNOWN").with("applicationId", "CA 2026000001-7");

        assertThat(wording.of(refusal, Locale.ENGLISH)).contains("CA 2026000001-7");
    }
}
