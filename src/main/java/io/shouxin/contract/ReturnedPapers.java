package io.shouxin.contract;

import io.shouxin.document.DocumentDesk;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.PaperComparison;
import io.shouxin.document.PaperComparisonReport;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.document.SigningKeys;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Contracts that come back: signed with a certificate in another program, or by hand and scanned. */
@Component
class ReturnedPapers {

    private final DocumentDesk documents;
    private final SigningKeys keys;
    private final PaperComparison comparison;

    ReturnedPapers(DocumentDesk documents, SigningKeys keys, PaperComparison comparison) {
        this.documents = documents;
        this.keys = keys;
        this.comparison = comparison;
    }

    /**
     * @param sent     the file as it was sent out
     * @param fullName who is said to have signed
     * @return what came back, or {@code RETURNED_FILE_NOT_GENUINE, RETURNED_FILE_DIFFERS, NAME_MISMATCH} for a file with certificates,
     *         {@code PAPER_COPY_UNREADABLE, PAPER_COPY_PAGES} for a scan
     */
    Outcome<Returned> examine(byte[] sent, DocumentId returned, String fullName) {
        return examine(sent, returned, fullName, number -> true);
    }

    /**
     * @param identified whether the number of an identity paper in a certificate is the signatory's; asked only where the certificate names one
     * @return as above, or {@code SIGNER_IDENTIFIER_DIFFERS}
     */
    Outcome<Returned> examine(byte[] sent, DocumentId returned, String fullName, Predicate<String> identified) {
        byte[] file = documents.content(returned).orElseThrow().content();
        SignatureReport report = keys.verifier().verify(file);
        if (!report.signed()) {
            return comparison.compare(sent, file).map(compared -> new Returned(SignatureManner.ON_PAPER, file, null, compared));
        }
        if (!report.genuine()) {
            return Outcome.refused(Refusal.of("RETURNED_FILE_NOT_GENUINE").at("paperCopy").with("flaw", "signatureFlaw." + report.allFlaws().get(0)));
        }
        if (!SignatureVerifier.showsWhatWasSent(sent, file)) {
            return Outcome.refused(Refusal.of("RETURNED_FILE_DIFFERS").at("paperCopy"));
        }
        Optional<FoundSignature> own = report.signatures().stream()
                .filter(signature -> plain(fullName).equals(plain(signature.signatory()))).findFirst();
        if (own.filter(signature -> signature.identifier() != null && !identified.test(signature.identifier())).isPresent()) {
            return Outcome.refused(Refusal.of("SIGNER_IDENTIFIER_DIFFERS").at("paperCopy"));
        }
        return own.map(signature -> Outcome.done(new Returned(SignatureManner.SIGNED_ELSEWHERE, file,
                        signature.signatory() + " · " + signature.issuer() + " · " + signature.serialNumber(), null)))
                .orElseGet(() -> Outcome.refused(Refusal.of("NAME_MISMATCH").at("fullName")));
    }

    /** A name without the differences a keyboard makes: width of characters and spaces. */
    static String plain(String name) {
        return name == null ? "" : Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    /**
     * What came back.
     *
     * @param certificate whose and by whom issued; null for a scan
     * @param comparison  null unless a scan
     */
    record Returned(SignatureManner manner, byte[] file, String certificate, PaperComparisonReport comparison) {
    }
}
