package io.shouxin.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import io.shouxin.document.DocumentView;
import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.DocumentId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A paper of an agreement beside its own text. It is signed with it and ends with it. */
@Entity
@Table(name = "contract_paper")
class ContractPaper {

    @Id
    @Column(name = "paper_id")
    private String id;

    @Column(name = "agreement_id")
    private String agreementId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PaperKind kind;

    @Column(name = "line_no")
    private int line;

    @Column(name = "facility_no")
    private Integer facility;

    @Column(name = "other_side")
    private String otherSide;

    @Column(name = "template_version")
    private String templateVersion;

    @Column(name = "document_id")
    private String documentId;

    @Column(name = "document_sha256")
    private String documentSha256;

    @Column(name = "signed_id")
    private String signedId;

    @Column(name = "signatures", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String signatures = "[]";

    @Version
    private Long version;

    protected ContractPaper() {
    }

    ContractPaper(String id, AgreementId agreement, PaperKind kind, int line, Integer facility, String otherSide, String templateVersion,
                  DocumentView document) {
        this.id = id;
        this.agreementId = agreement.value();
        this.kind = kind;
        this.line = line;
        this.facility = facility;
        this.otherSide = otherSide;
        this.templateVersion = templateVersion;
        this.documentId = document.id().value();
        this.documentSha256 = document.sha256();
    }

    void sign(Signature signature, DocumentId signedDocument) {
        List<Signature> all = new ArrayList<>(signatures());
        all.removeIf(before -> before.role() == signature.role());
        all.add(signature);
        signatures = FrozenTerms.write(all);
        if (signedDocument != null) {
            signedId = signedDocument.value();
        }
    }

    /** What came back on paper was not what was sent out. */
    void takeBack(SignatoryRole role) {
        signatures = FrozenTerms.write(signatures().stream().filter(signature -> signature.role() != role).toList());
    }

    boolean belongsTo(String agreement) {
        return agreementId.equals(agreement);
    }

    String id() {
        return id;
    }

    PaperKind kind() {
        return kind;
    }

    String otherSide() {
        return otherSide;
    }

    DocumentId document() {
        return new DocumentId(documentId);
    }

    String documentSha256() {
        return documentSha256;
    }

    /** The file as signed so far. */
    DocumentId current() {
        return new DocumentId(signedId == null ? documentId : signedId);
    }

    List<Signature> signatures() {
        return FrozenTerms.read(signatures, new TypeReference<List<Signature>>() { });
    }

    ContractPaperView view() {
        return new ContractPaperView(id, kind, facility, otherSide, templateVersion, document(), documentSha256,
                signedId == null ? null : new DocumentId(signedId), signatures());
    }
}
