package io.shouxin.document.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.document.PdfPrinter;
import io.shouxin.document.PdfSigner;
import io.shouxin.document.SignatureMark;
import io.shouxin.testkit.Certificates;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Verifying a contract on a machine that has nothing but the file. */
class VerifyContractCommandTest {

    private static final Instant NOW = Clock.systemUTC().instant();

    @TempDir
    private Path folder;
    private final StringWriter said = new StringWriter();

    @Test
    void saysGenuineAndNotGenuineAfterOneChangedByte() throws Exception {
        Certificates authority = new Certificates("Root of a test", NOW.minus(Duration.ofDays(2)), Duration.ofDays(100));
        PdfPrinter printer = new PdfPrinter();
        byte[] text = printer.print("<html><body style=\"font-family: 'Noto Sans SC'\"><p>授信合同</p></body></html>").orElseThrow();
        byte[] signed = new PdfSigner().sign(text, new SignatureMark("customer", 0, 100, 400, 200, 60, text, "王明", "同意签署", NOW.minus(Duration.ofHours(1))),
                authority.of("王明", "祥瑞机械"));
        Path contract = write("contract.pdf", signed);
        Path roots = write("roots.pem", ("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(authority.root().getEncoded())
                + "\n-----END CERTIFICATE-----\n").getBytes());
        Path sent = write("sent.pdf", text);

        assertThat(run(contract.toString(), "--trust", roots.toString(), "--sent", sent.toString())).isZero();
        assertThat(said.toString()).contains("GENUINE", "王明", "Root of a test", "shows what was sent out");
        assertThat(run(contract.toString(), "--trust", roots.toString(), "--lang", "zh")).isZero();
        assertThat(said.toString()).contains("GENUINE 验签通过", "有效");
        assertThat(run(contract.toString(), "--lang", "zh")).isEqualTo(3);
        assertThat(said.toString()).contains("NOT GENUINE 验签未通过", "证书不是受信任机构签发的");
        assertThat(run(contract.toString())).as("without roots nobody is trusted").isEqualTo(3);
        assertThat(said.toString()).contains("not trusted");
        assertThat(run(contract.toString(), "--trust", roots.toString(), "--sent", write("other.pdf", printer.print("<html><body>x</body></html>").orElseThrow()).toString()))
                .isEqualTo(3);
        signed[text.length / 2] ^= 1;
        assertThat(run(write("changed.pdf", signed).toString(), "--trust", roots.toString())).isEqualTo(3);
        assertThat(run(folder.resolve("missing.pdf").toString())).isEqualTo(1);
        assertThat(run()).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new VerifyContractCommand()).setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true)).execute(arguments);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
