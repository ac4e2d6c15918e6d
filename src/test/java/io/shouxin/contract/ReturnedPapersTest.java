package io.shouxin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.document.DocumentContent;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.PaperComparison;
import io.shouxin.document.PdfPrinter;
import io.shouxin.document.PdfSigner;
import io.shouxin.document.SignatureMark;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.document.SigningKey;
import io.shouxin.document.SigningKeys;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.testkit.Certificates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guarantor signed elsewhere counts only with his name, his number and an authority the bank trusts, on the text he was sent. */
class ReturnedPapersTest {

    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Certificates AUTHORITY = new Certificates("Test Root", NOON.minus(Duration.ofDays(100)), Duration.ofDays(2000));
    private static final Certificates STRANGER = new Certificates("Somebody's Root", NOON.minus(Duration.ofDays(100)), Duration.ofDays(2000));
    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final byte[] SENT = page("保证合同 XC-2026-000007，连带责任保证，人民币叁佰万元整。");
    private static final byte[] STAMP = page("李担保");
    private static final String NUMBER = "11010519491231002X";

    private final DocumentDesk documents = mock(DocumentDesk.class);
    private final SigningKeys keys = mock(SigningKeys.class);
    private final ReturnedPapers papers = new ReturnedPapers(documents, keys, new PaperComparison());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "his certificate with his number        | SIGNED_ELSEWHERE",
        "his number as authorities write it     | SIGNED_ELSEWHERE",
        "his certificate without a number       | SIGNED_ELSEWHERE",
        "of the same name with another number   | SIGNER_IDENTIFIER_DIFFERS",
        "somebody else's certificate            | NAME_MISMATCH",
        "of an authority nobody trusts          | RETURNED_FILE_NOT_GENUINE",
        "on another text                        | RETURNED_FILE_DIFFERS",
        "a byte changed after signing           | RETURNED_FILE_NOT_GENUINE",
        "signed by hand and scanned             | ON_PAPER"})
    void aGuarantorsFileCountsWhenItIsHis(String file, String found) {
        byte[] returned = switch (file) {
            case "his certificate with his number" -> sign(SENT, AUTHORITY.identified("李担保", "个人", NUMBER));
            case "his number as authorities write it" -> sign(SENT, AUTHORITY.identified("李担保", "个人", "IDCCN-" + NUMBER));
            case "his certificate without a number" -> sign(SENT, AUTHORITY.of("李担保", "个人"));
            case "of the same name with another number" -> sign(SENT, AUTHORITY.identified("李担保", "个人", "IDCCN-110105199001010019"));
            case "somebody else's certificate" -> sign(SENT, AUTHORITY.identified("王小二", "个人", NUMBER));
            case "of an authority nobody trusts" -> sign(SENT, STRANGER.identified("李担保", "个人", NUMBER));
            case "on another text" -> sign(page("保证合同 XC-2026-000007，一般保证，人民币叁佰元整。"), AUTHORITY.identified("李担保", "个人", NUMBER));
            case "a byte changed after signing" -> changed(sign(SENT, AUTHORITY.identified("李担保", "个人", NUMBER)));
            default -> SENT;
        };
        DocumentId id = new DocumentId("D-1");
        when(documents.content(id)).thenReturn(Optional.of(new DocumentContent(null, returned)));
        when(keys.verifier()).thenReturn(new SignatureVerifier(List.of(AUTHORITY.root()), NOON));

        Outcome<ReturnedPapers.Returned> outcome = papers.examine(SENT, id, "李 担保", NUMBER::equals);
        assertThat(outcome.isDone() ? outcome.orElseThrow().manner().name() : outcome.refusals().get(0).code()).isEqualTo(found);
    }

    private static byte[] sign(byte[] pdf, SigningKey key) {
        return new PdfSigner().sign(pdf, new SignatureMark("guarantor", 0, 100, 400, 226, 68, STAMP, "李担保", "同意签署", NOON), key);
    }

    private static byte[] changed(byte[] file) {
        byte[] other = file.clone();
        other[SENT.length / 2] ^= 1;
        return other;
    }

    private static byte[] page(String words) {
        return PRINTER.print("<html><body style=\"font-family: 'Noto Sans SC'\"><p>" + words + "</p></body></html>").orElseThrow();
    }
}
