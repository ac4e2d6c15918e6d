package io.shouxin.contract.web;

import io.shouxin.contract.AgreementView;
import io.shouxin.contract.ConditionPrecedent;
import io.shouxin.contract.ContractPaperView;
import io.shouxin.contract.Signature;
import io.shouxin.contract.SigningDesk;
import io.shouxin.document.DocumentDesk;
import io.shouxin.document.FoundSignature;
import io.shouxin.document.PaperComparison;
import io.shouxin.document.SignatureReport;
import io.shouxin.document.SignatureVerifier;
import io.shouxin.document.SigningKeys;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Wording;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Agreements over HTTP. They are signed in the task, not here. */
@RestController
@RequestMapping({"/api/v1/agreements", "/camunda/api/shouxin/v1/agreements"})
class AgreementController {

    private final SigningDesk desk;
    private final DocumentDesk documents;
    private final PaperComparison comparison;
    private final SigningKeys keys;
    private final Access access;
    private final Wording wording;

    AgreementController(SigningDesk desk, DocumentDesk documents, PaperComparison comparison, SigningKeys keys, Access access, Wording wording) {
        this.desk = desk;
        this.documents = documents;
        this.comparison = comparison;
        this.keys = keys;
        this.access = access;
        this.wording = wording;
    }

    /** All drafts of an application, latest first. */
    @GetMapping
    List<AgreementAnswer> agreements(@RequestParam String applicationId, Locale language) {
        Person reader = access.person();
        return desk.of(new ApplicationId(applicationId)).stream().filter(agreement -> access.mayRead(reader, applicationId, agreement.customer()))
                .map(agreement -> AgreementAnswer.of(agreement, wording, language)).toList();
    }

    /** One page of what was sent out, or of the scan that came back, as a picture to compare. */
    @GetMapping(path = "/{agreementId}/paper-copies/{paper}/pages/{page}", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] page(@PathVariable String agreementId, @PathVariable String paper, @PathVariable int page, @RequestParam(defaultValue = "sent") Side side) {
        AgreementView agreement = visible(agreementId);
        boolean itself = paper.equals(agreementId);
        ContractPaperView part = agreement.papers().stream().filter(one -> one.id().equals(paper)).findFirst().orElse(null);
        if (!itself && part == null) {
            throw new Access.NotVisible();
        }
        List<Signature> signatures = itself ? agreement.signatures() : part.signatures();
        DocumentId shown = side == Side.sent ? itself ? agreement.document() : part.document()
                : signatures.stream().filter(signature -> signature.paperCopy() != null).findFirst()
                        .map(signature -> new DocumentId(signature.paperCopy())).orElseThrow(Access.NotVisible::new);
        return comparison.page(documents.content(shown).orElseThrow(Access.NotVisible::new).content(), page).orElseThrow(Access.NotVisible::new);
    }

    /** Verifies a file against this agreement: its signatures, and whether it shows what was sent out. */
    @PostMapping(path = "/{agreementId}/verification", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Verification verify(@PathVariable String agreementId, @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        AgreementView agreement = visible(agreementId);
        byte[] content = file.getBytes();
        SignatureReport report = keys.verifier().verify(content);
        byte[] sent = documents.content(agreement.document()).orElseThrow().content();
        boolean onFile = agreement.signedDocument() != null
                && documents.find(agreement.signedDocument()).filter(kept -> kept.sha256().equals(report.sha256())).isPresent();
        return new Verification(report.sha256(), report.genuine(), SignatureVerifier.showsWhatWasSent(sent, content), onFile,
                report.allFlaws().stream().map(flaw -> wording.of("signatureFlaw." + flaw, language)).toList(),
                report.signatures().stream().map(FoundSignature::signatory).toList());
    }

    private AgreementView visible(String agreementId) {
        access.person();
        AgreementView agreement = desk.find(new AgreementId(agreementId)).orElseThrow(Access.NotVisible::new);
        access.readerOf(agreement.application().value(), agreement.customer());
        return agreement;
    }

    /** Which of the two to look at. */
    enum Side {
        sent, returned
    }

    /**
     * A file beside the agreement.
     *
     * @param genuine   every signature in it holds
     * @param asSentOut it shows what was sent out, signatures aside
     * @param onFile    it is byte for byte the one the bank keeps as signed
     */
    record Verification(String sha256, boolean genuine, boolean asSentOut, boolean onFile, List<String> flaws, List<String> signatories) {
    }

    /** A contract paper as the API tells it. */
    record PaperAnswer(String paperId, String kind, String kindLabel, Integer facility, String otherSide, String templateVersion, String documentId,
                       String documentSha256, String signedDocumentId, List<SignatureAnswer> signatures) {

        static PaperAnswer of(ContractPaperView paper, Wording wording, Locale language) {
            return new PaperAnswer(paper.id(), paper.kind().name(), wording.of("paperKind." + paper.kind(), language), paper.facility(), paper.otherSide(),
                    paper.templateVersion(), paper.document().value(), paper.documentSha256(),
                    paper.signedDocument() == null ? null : paper.signedDocument().value(),
                    paper.signatures().stream().map(signature -> SignatureAnswer.of(signature, wording, language)).toList());
        }
    }

    /** An agreement as the API tells it. */
    record AgreementAnswer(String agreementId, String applicationId, String offerId, String customerId, String status, String statusLabel,
                           TermsAnswer terms, String termsHash, String templateVersion, String documentId, String documentSha256, String signedDocumentId,
                           LocalDate signBy, String legalRemark, String refusalReason, List<SignatureAnswer> signatures,
                           List<ConditionAnswer> conditions, boolean conditionsFulfilled, List<PaperAnswer> papers) {

        static AgreementAnswer of(AgreementView agreement, Wording wording, Locale language) {
            return new AgreementAnswer(agreement.id().value(), agreement.application().value(), agreement.offer().value(),
                    agreement.customer().value(), agreement.status().name(), wording.of("agreementStatus." + agreement.status(), language),
                    TermsAnswer.of(agreement.terms(), agreement.sheet(), wording, language), agreement.termsHash(), agreement.templateVersion(), agreement.document().value(),
                    agreement.documentSha256(), agreement.signedDocument() == null ? null : agreement.signedDocument().value(),
                    agreement.signBy(), agreement.legalRemark(), agreement.refusalReason(),
                    agreement.signatures().stream().map(signature -> SignatureAnswer.of(signature, wording, language)).toList(),
                    agreement.conditions().stream().map(condition -> ConditionAnswer.of(condition, wording, language)).toList(),
                    agreement.conditionsFulfilled(), agreement.papers().stream().map(paper -> PaperAnswer.of(paper, wording, language)).toList());
        }
    }

    /** One signature. */
    record SignatureAnswer(String role, String roleLabel, String signedBy, String fullName, Instant signedAt, String documentSha256,
                           String paperCopy, String manner, String mannerLabel, String certificate, Integer leastAlike, String confirmedBy,
                           Instant confirmedAt) {

        static SignatureAnswer of(Signature signature, Wording wording, Locale language) {
            return new SignatureAnswer(signature.role().name(), wording.of("signatory." + signature.role(), language),
                    signature.signedBy(), signature.fullName(), signature.signedAt(), signature.documentSha256(), signature.paperCopy(),
                    signature.manner().name(), wording.of("signatureManner." + signature.manner(), language), signature.certificate(),
                    signature.comparison() == null ? null : signature.comparison().leastAlike(), signature.confirmedBy(), signature.confirmedAt());
        }
    }

    /** One condition precedent. */
    record ConditionAnswer(String code, String label, boolean fulfilled, String evidence, String remark, String fulfilledBy,
                           Instant fulfilledAt) {

        static ConditionAnswer of(ConditionPrecedent condition, Wording wording, Locale language) {
            return new ConditionAnswer(condition.code(), ConditionPrecedent.label(condition.code(), wording, language), condition.fulfilled(),
                    condition.evidence(), condition.remark(), condition.fulfilledBy(), condition.fulfilledAt());
        }
    }
}
