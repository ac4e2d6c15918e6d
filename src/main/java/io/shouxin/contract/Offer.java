package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An offer. It is answered at most once. */
@Entity
@Table(name = "offer")
class Offer {

    @Id
    @Column(name = "offer_id")
    private String id;

    @Column(name = "application_id")
    private String applicationId;

    @Column(name = "customer_id")
    private String customerId;

    @Column(name = "round_no")
    private int round;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OfferStatus status = OfferStatus.ISSUED;

    @Column(name = "terms", length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String terms;

    @Column(name = "terms_hash")
    private String termsHash;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "letter_id")
    private String letterId;

    @Column(name = "issued_at")
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant issuedAt;

    private String remark;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "answered_at")
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant answeredAt;

    @Version
    private Long version;

    protected Offer() {
    }

    Offer(OfferId id, int round, FrozenTerms terms, LocalDate validUntil, DocumentId letter, Instant issuedAt) {
        this.id = id.value();
        this.applicationId = terms.approved().applicationId().value();
        this.customerId = terms.approved().customerId().value();
        this.round = round;
        this.terms = terms.text();
        this.termsHash = FrozenTerms.hash(this.terms);
        this.validUntil = validUntil;
        this.letterId = letter.value();
        this.issuedAt = issuedAt;
    }

    void answer(OfferAnswer answer, String customersRemark, PersonId by, Instant at) {
        status = switch (answer) {
            case ACCEPT -> OfferStatus.ACCEPTED;
            case COUNTER -> OfferStatus.COUNTERED;
            case REFUSE -> OfferStatus.REFUSED;
        };
        remark = customersRemark;
        answeredBy = by.value();
        answeredAt = at;
    }

    void expire() {
        status = OfferStatus.EXPIRED;
    }

    void withdraw() {
        status = OfferStatus.WITHDRAWN;
    }

    boolean isOpen() {
        return status == OfferStatus.ISSUED;
    }

    OfferStatus status() {
        return status;
    }

    OfferId id() {
        return new OfferId(id);
    }

    int round() {
        return round;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    ApplicationId application() {
        return new ApplicationId(applicationId);
    }

    FrozenTerms frozen() {
        return FrozenTerms.read(terms, termsHash);
    }

    OfferView view() {
        return new OfferView(id(), application(), customer(), round, status, validUntil, frozen().approved(), frozen().sheet(), termsHash,
                new DocumentId(letterId), remark, issuedAt, answeredBy, answeredAt);
    }
}
