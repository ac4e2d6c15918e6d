package io.shouxin.document.console;

import io.shouxin.document.FoundSignature;
import io.shouxin.document.SignatureFlaw;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.document.signature.CertificateFiles;
import io.shouxin.kernel.ConsoleLanguage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a signed contract on any machine: no database, no application, no network. */
@Command(name = "verify-contract", mixinStandardHelpOptions = true,
        description = {"Verifies the signatures of a contract: that its bytes are those that were signed, that they cover the whole file,",
            "that nothing added later shows other content, and whose certificates they are. Needs no database and changes nothing."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every signature holds", "1:the file could not be read", "2:the command line is wrong", "3:something is wrong with it"})
public class VerifyContractCommand implements Callable<Integer> {

    private static final int HOLDS = 0;
    private static final int UNREADABLE = 1;
    private static final int WRONG = 3;

    @Parameters(paramLabel = "FILE", description = "the signed PDF")
    private Path file;

    @Option(names = "--trust", paramLabel = "PEM",
            description = "certificates of trusted authorities, as /api/v1/signature-roots.pem gives them; without them no certificate is trusted")
    private Path trust;

    @Option(names = "--sent", paramLabel = "PDF", description = "the file as it was sent out; the signed one must show the same")
    private Path sent;

    @Mixin
    private ConsoleLanguage language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            List<X509Certificate> roots = trust == null ? List.of() : CertificateFiles.roots(trust);
            byte[] content = Files.readAllBytes(file);
            SignatureReport report = new SignatureVerifier(roots, Clock.systemUTC().instant()).verify(content);
            boolean asSent = sent == null || SignatureVerifier.showsWhatWasSent(Files.readAllBytes(sent), content);
            tell(report, asSent, out);
            return report.genuine() && asSent ? HOLDS : WRONG;
        } catch (IOException | IllegalStateException unreadable) {
            spec.commandLine().getErr().println(unreadable.getMessage());
            return UNREADABLE;
        } finally {
            out.flush();
        }
    }

    private void tell(SignatureReport report, boolean asSent, PrintWriter out) {
        out.println(language.say("%s：%,d 字节，%d 页，sha256 %s", "%s: %,d bytes, %d pages, sha256 %s").formatted(file.getFileName(), report.sizeBytes(), report.pages(), report.sha256()));
        for (FoundSignature signature : report.signatures()) {
            out.println(language.say("签名 %s：%s，%s；证书 %s，签发机构 %s；自称时间 %s；覆盖前 %,d 字节：%s",
                    "signature %s: %s, %s; certificate %s of %s; claimed time %s; covers the first %,d bytes: %s").formatted(signature.field(),
                    signature.signatory(), signature.organisation(), signature.serialNumber(), signature.issuer(), signature.claimedAt(),
                    signature.signedBytes(), signature.good() ? language.say("有效", "holds") : words(signature.flaws())));
        }
        if (!report.flaws().isEmpty()) {
            out.println(language.say("文件：", "file: ") + words(report.flaws()));
        }
        if (sent != null) {
            out.println(asSent ? language.say("与发出的文本一致", "shows what was sent out") : language.say("与发出的文本不一致", "does not show what was sent out"));
        }
        out.println(report.genuine() && asSent ? language.say("GENUINE 验签通过", "GENUINE") : language.say("NOT GENUINE 验签未通过", "NOT GENUINE"));
    }

    private String words(List<SignatureFlaw> flaws) {
        if (language.isChinese()) {
            return String.join("、", flaws.stream().map(FlawWords::chinese).toList());
        }
        return String.join(", ", flaws.stream().map(flaw -> flaw.toString().toLowerCase(Locale.ROOT).replace('_', ' ')).toList());
    }
}
