package io.shouxin.receipt.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command speaks the language it is asked for, and its first word stays what scripts look for. */
class VerifyReceiptCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({"zh, CHANGED 已被改动, 这不是决策回执", "en, CHANGED: this is not, this is not a receipt"})
    void tellsWhatItFoundInTheLanguageAskedFor(String language, String verdict, String finding) throws IOException {
        StringWriter said = new StringWriter();
        Path file = Files.writeString(folder.resolve("receipt.json"), "nonsense");
        int code = new CommandLine(new VerifyReceiptCommand()).setOut(new PrintWriter(said, true)).execute(file.toString(), "--lang", language);
        assertThat(code).isEqualTo(3);
        assertThat(said.toString()).contains(verdict, finding);
    }
}
