package io.shouxin.document.web;

import io.shouxin.document.DocumentContent;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.DocumentView;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.SignatureFlaw;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SigningKeys;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.kernel.Wording;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Verifies signatures over HTTP: of any file somebody brings, and of a document the bank keeps. Nothing brought here is kept. */
@RestController
@RequestMapping({"/api/v1", "/camunda/api/shouxin/v1"})
@Tag(name = "Signatures", description = "验签")
class SignatureController {

    private final SigningKeys keys;
    private final DocumentDesk documents;
    private final Access access;
    private final Wording wording;

    SignatureController(SigningKeys keys, DocumentDesk documents, Access access, Wording wording) {
        this.keys = keys;
        this.documents = documents;
        this.access = access;
        this.wording = wording;
    }

    @PostMapping(path = "/signature-verifications", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Verifies a signed PDF: integrity, coverage of the whole file, certificates, who and when")
    SignatureAnswer verify(@RequestPart("file") MultipartFile file, Locale language) throws IOException {
        access.person();
        if (file.isEmpty()) {
            throw new RefusedException(Refusal.of("FILE_EMPTY").at("file"));
        }
        return SignatureAnswer.of(keys.verifier().verify(file.getBytes()), wording, language);
    }

    @GetMapping("/documents/{documentId}/signatures")
    @Operation(summary = "Verifies the signatures of a document the bank keeps")
    SignatureAnswer signatures(@PathVariable String documentId, Locale language) {
        access.person();
        DocumentView document = documents.find(new DocumentId(documentId)).orElseThrow(Access.NotVisible::new);
        Person reader = access.readerOf(document.subject(), document.customer());
        if (!document.readableBy(reader)) {
            throw new Access.NotVisible();
        }
        DocumentContent content = documents.content(document.id()).orElseThrow(Access.NotVisible::new);
        return SignatureAnswer.of(keys.verifier().verify(content.content()), wording, language);
    }

    @GetMapping("/signature-roots.pem")
    @Operation(summary = "Certificates of the authorities the bank trusts, for verifying elsewhere")
    ResponseEntity<String> roots() {
        access.person();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/x-pem-file")).body(keys.trustedAsText());
    }

    /**
     * What the signatures of a file say.
     *
     * @param genuine every signature is good and covers what it must; false for a file nobody signed
     */
    record SignatureAnswer(String sha256, long sizeBytes, int pages, boolean genuine, List<Flaw> flaws, List<One> signatures) {

        static SignatureAnswer of(SignatureReport report, Wording wording, Locale language) {
            return new SignatureAnswer(report.sha256(), report.sizeBytes(), report.pages(), report.genuine(), flaws(report.flaws(), wording, language),
                    report.signatures().stream().map(signature -> One.of(signature, wording, language)).toList());
        }

        private static List<Flaw> flaws(List<SignatureFlaw> flaws, Wording wording, Locale language) {
            return flaws.stream().map(flaw -> new Flaw(flaw.name(), wording.of("signatureFlaw." + flaw, language))).toList();
        }

        /** What is wrong. */
        record Flaw(String code, String label) {
        }

        /**
         * One signature.
         *
         * @param claimedAt   the time the signatory's machine told
         * @param signedBytes so long was the file when it was signed
         */
        record One(String field, String signatory, String organisation, String issuer, String serialNumber, Instant claimedAt, String reason,
                   int signedBytes, boolean good, List<Flaw> flaws) {

            static One of(FoundSignature signature, Wording wording, Locale language) {
                return new One(signature.field(), signature.signatory(), signature.organisation(), signature.issuer(), signature.serialNumber(),
                        signature.claimedAt(), signature.reason(), signature.signedBytes(), signature.good(),
                        SignatureAnswer.flaws(signature.flaws(), wording, language));
            }
        }
    }
}
