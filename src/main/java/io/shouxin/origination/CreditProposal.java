package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ProposalId;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.ReservationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** A frozen credit proposal. Never changed; a new one supersedes it. */
@Entity
@Immutable
@Table(name = "credit_proposal")
class CreditProposal implements Persistable<String> {

    @Id
    private String proposalId;
    private String applicationId;
    private String entityCode;
    private int proposalNo;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ProposalOutcome outcome;
    @Column(precision = 19, scale = 4)
    private BigDecimal amount;
    private String currency;
    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String content;
    private String sha256;
    private String reservationId;
    private String createdBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant createdAt;
    @Transient
    private boolean fresh = true;

    protected CreditProposal() {
    }

    CreditProposal(ProposalId id, int proposalNo, ProposalContent proposed, String json, Optional<ReservationId> reservation,
                   PersonId by, Instant at) {
        this.proposalId = id.value();
        this.applicationId = proposed.applicationId().value();
        this.entityCode = proposed.entity().value();
        this.proposalNo = proposalNo;
        this.outcome = proposed.outcome();
        this.amount = proposed.amount().amount();
        this.currency = proposed.amount().currency().getCurrencyCode();
        this.content = json;
        this.sha256 = Sha256.of(json);
        this.reservationId = reservation.map(ReservationId::value).orElse(null);
        this.createdBy = by.value();
        this.createdAt = at;
    }

    CreditProposalView view(boolean current) {
        ProposalContent frozen = content();
        return new CreditProposalView(new ProposalId(proposalId), frozen.applicationId(), frozen.customerId(), frozen.entity(), proposalNo,
                frozen.outcome(), frozen.amount(), frozen.requested(), frozen.exposureAfter(), frozen.bindingConstraint(),
                frozen.constraints(), frozen.security(),
                LimitLever.of(frozen.constraints()).orElse(null), frozen.facilities(), frozen.rate(), frozen.paymentTermDays(), frozen.reviewCycleMonths(),
                frozen.grade(), frozen.ratingId(), frozen.conditions(), frozen.covenants(), frozen.amendments(), frozen.reasonCodes(),
                frozen.outcome() == ProposalOutcome.LIMIT_PROPOSED && frozen.obstacles().isEmpty(), frozen.obstacles(),
                frozen.policyVersions(), sha256, new LinkedHashSet<>(frozen.madeBy()), frozen.exceptions(), createdAt, current);
    }

    ProposalContent content() {
        return StoredJson.read(content, ProposalContent.class);
    }

    /** As it was frozen. */
    String text() {
        return content;
    }

    ProposalId id() {
        return new ProposalId(proposalId);
    }

    ApplicationId applicationId() {
        return new ApplicationId(applicationId);
    }

    int proposalNo() {
        return proposalNo;
    }

    ProposalOutcome outcome() {
        return outcome;
    }

    String sha256() {
        return sha256;
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservationId).map(ReservationId::new);
    }

    @Override
    public String getId() {
        return proposalId;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void stored() {
        fresh = false;
    }
}
