package io.shouxin.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shouxin.document.DocumentView;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.OfferId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An agreement. The customer signs first, then the bank; each signs once and signs the document he was shown. */
@Entity
@Table(name = "agreement")
class Agreement {

    @Id
    @Column(name = "agreement_id")
    private String id;

    @Column(name = "application_id")
    private String applicationId;

    @Column(name = "offer_id")
    private String offerId;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "entity_code")
    private String entityCode;

    @Column(name = "draft_no")
    private int draft;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AgreementStatus status;

    @Column(name = "terms", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String terms;

    @Column(name = "terms_hash")
    private String termsHash;

    @Column(name = "document_id")
    private String documentId;

    @Column(name = "document_sha256")
    private String documentSha256;

    @Column(name = "signed_id")
    private String signedId;

    @Column(name = "template_version")
    private String templateVersion;

    @Column(name = "drawn_up_on")
    private LocalDate drawnUpOn;

    @Column(name = "sign_by")
    private LocalDate signBy;

    @Column(name = "legal_remark")
    private String legalRemark;

    @Column(name = "refusal_reason")
    private String refusalReason;

    @Column(name = "signatures", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String signatures = "[]";

    @Column(name = "conditions", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String conditions;

    @Version
    private Long version;

    protected Agreement() {
    }

    Agreement(AgreementId id, int draft, OfferId offer, FrozenTerms terms, String templateVersion, DocumentView document, LocalDate drawnUpOn,
              LocalDate signBy, boolean standard) {
        this.id = id.value();
        this.draft = draft;
        this.applicationId = terms.approved().applicationId().value();
        this.customerId = terms.approved().customerId().value();
        this.entityCode = terms.approved().entity().value();
        this.offerId = offer.value();
        this.templateVersion = templateVersion;
        this.terms = terms.text();
        this.termsHash = FrozenTerms.hash(this.terms);
        this.documentId = document.id().value();
        this.documentSha256 = document.sha256();
        this.drawnUpOn = drawnUpOn;
        this.signBy = signBy;
        this.status = standard ? AgreementStatus.READY_TO_SIGN : AgreementStatus.DRAWN_UP;
        this.conditions = FrozenTerms.write(terms.approved().conditions().stream().distinct()
                .map(code -> new ConditionPrecedent(code, false, null, null, null, null)).toList());
    }

    /** The same text with a later last day to sign. */
    void postpone(LocalDate lastDay, DocumentView document) {
        signBy = lastDay;
        documentId = document.id().value();
        documentSha256 = document.sha256();
    }

    void review(boolean approved, String reason) {
        status = approved ? AgreementStatus.READY_TO_SIGN : AgreementStatus.RETURNED;
        legalRemark = reason;
    }

    /** @param signedDocument the file with this signature; null when it was given by hand and no second officer has looked at it yet */
    void sign(Signature signature, DocumentId signedDocument) {
        List<Signature> all = new ArrayList<>(signatures());
        all.removeIf(before -> before.role() == signature.role());
        all.add(signature);
        signatures = FrozenTerms.write(all);
        status = signature.role() == SignatoryRole.BANK ? AgreementStatus.SIGNED : AgreementStatus.SIGNED_BY_CUSTOMER;
        if (signedDocument != null) {
            signedId = signedDocument.value();
        }
    }

    /** What the customer is said to have signed by hand was not what was sent out: he signs again. */
    void takeBackCustomersSignature() {
        signatures = "[]";
        status = AgreementStatus.READY_TO_SIGN;
    }

    void fulfil(ConditionPrecedent fulfilled) {
        conditions = FrozenTerms.write(conditions().stream()
                .map(condition -> condition.code().equals(fulfilled.code()) ? fulfilled : condition).toList());
    }

    void refuse(SignatoryRole role, String reason) {
        status = refusedBy(role);
        refusalReason = reason;
    }

    static AgreementStatus refusedBy(SignatoryRole role) {
        return role == SignatoryRole.BANK ? AgreementStatus.REFUSED_BY_BANK : AgreementStatus.REFUSED_BY_CUSTOMER;
    }

    void end(AgreementStatus end) {
        status = end;
    }

    /** Neither signed by both nor ended. */
    boolean isUnderWay() {
        return switch (status) {
            case DRAWN_UP, READY_TO_SIGN, SIGNED_BY_CUSTOMER -> true;
            case RETURNED, SIGNED, EXPIRED, REFUSED_BY_CUSTOMER, REFUSED_BY_BANK, CANCELLED -> false;
        };
    }

    boolean isSigned() {
        return status == AgreementStatus.SIGNED;
    }

    AgreementStatus status() {
        return status;
    }

    AgreementId id() {
        return new AgreementId(id);
    }

    ApplicationId application() {
        return new ApplicationId(applicationId);
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    EntityCode entity() {
        return new EntityCode(entityCode);
    }

    OfferId offer() {
        return new OfferId(offerId);
    }

    int draft() {
        return draft;
    }

    LocalDate drawnUpOn() {
        return drawnUpOn;
    }

    LocalDate signBy() {
        return signBy;
    }

    DocumentId document() {
        return new DocumentId(documentId);
    }

    String documentSha256() {
        return documentSha256;
    }

    /** The version of the template it was drawn up with, for life. */
    String templateVersion() {
        return templateVersion == null ? TemplateBook.FIRST : templateVersion;
    }

    /** The file as signed so far. */
    DocumentId current() {
        return new DocumentId(signedId == null ? documentId : signedId);
    }

    FrozenTerms frozen() {
        return FrozenTerms.read(terms, termsHash);
    }

    List<Signature> signatures() {
        return FrozenTerms.read(signatures, new TypeReference<List<Signature>>() { });
    }

    List<ConditionPrecedent> conditions() {
        return FrozenTerms.read(conditions, new TypeReference<List<ConditionPrecedent>>() { });
    }

    Optional<ConditionPrecedent> condition(String code) {
        return conditions().stream().filter(condition -> condition.code().equals(code)).findFirst();
    }

    Optional<Signature> signature(SignatoryRole role) {
        return signatures().stream().filter(signature -> signature.role() == role).findFirst();
    }

    AgreementView view(List<ContractPaperView> papers) {
        return new AgreementView(id(), application(), offer(), customer(), status, frozen().approved(), frozen().sheet(), termsHash, templateVersion(),
                document(), documentSha256, signedId == null ? null : new DocumentId(signedId), signBy, legalRemark,
                refusalReason, signatures(), conditions(), papers);
    }
}
