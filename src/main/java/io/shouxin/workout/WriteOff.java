package io.shouxin.workout;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import io.shouxin.kernel.WriteOffId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A write-off of what is drawn on a facility. Its status changes only by the acts below; the desk checks first. */
@Entity
@Table(name = "write_off")
class WriteOff {

    @Id
    private String writeOffId;
    @Version
    private Long version;
    private String facilityId;
    private String customerId;
    private String openFor;
    private String currency;
    @Column(precision = 19, scale = 4)
    private BigDecimal amount;
    @Column(precision = 19, scale = 4)
    private BigDecimal baseAmount;
    @Column(precision = 19, scale = 4)
    private BigDecimal drawn;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WriteOffReason reasonCode;
    @Column(length = 2000)
    private String reason;
    @Column(length = 2000)
    private String measures;
    @Column(length = 500)
    private String papers;
    private String grade;
    private int attempt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WriteOffStatus status;
    private String misfit;
    private String proposedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant proposedAt;
    private String approvalCase;
    private LocalDate bookedOn;
    @Column(precision = 19, scale = 4)
    private BigDecimal recovered;
    @Column(length = 500)
    private String reversal;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;

    protected WriteOff() {
    }

    WriteOff(WriteOffId id, Weighed weighed, PersonId by, Instant at) {
        this.writeOffId = id.value();
        this.facilityId = weighed.proposal().facility().value();
        this.recovered = BigDecimal.ZERO;
        propose(weighed, by, at);
    }

    /** A proposal against which nothing speaks, with what it is in figures. */
    record Weighed(ProposeWriteOff proposal, CustomerId customer, Money amount, Money base, Money drawn, String grade) {
    }

    /** Proposed, for the first time or again. */
    final void propose(Weighed weighed, PersonId by, Instant at) {
        ProposeWriteOff proposal = weighed.proposal();
        customerId = weighed.customer().value();
        openFor = facilityId;
        currency = weighed.amount().currency().getCurrencyCode();
        amount = weighed.amount().amount();
        baseAmount = weighed.base().amount();
        drawn = weighed.drawn().amount();
        reasonCode = proposal.reasonCode();
        reason = proposal.reason();
        measures = proposal.measures();
        papers = proposal.papers().stream().map(DocumentId::value).collect(Collectors.joining(","));
        grade = weighed.grade();
        proposedBy = by.value();
        proposedAt = at;
        status = WriteOffStatus.PROPOSED;
        misfit = null;
        attempt++;
    }

    void booked(ApprovalCaseId approval, Money base, LocalDate day, Instant at) {
        status = WriteOffStatus.WRITTEN_OFF;
        approvalCase = approval.value();
        baseAmount = base.amount();
        bookedOn = day;
        openFor = null;
        closedAt = at;
    }

    /** @param code why it no longer fitted; null when an approver sent it back */
    void returns(String code) {
        status = WriteOffStatus.RETURNED;
        misfit = code;
    }

    /** It never reached the ledger. */
    void drops(WriteOffStatus how, Instant at) {
        status = how;
        openFor = null;
        closedAt = at;
    }

    void reversed(String why) {
        status = WriteOffStatus.REVERSED;
        reversal = why;
    }

    void recovers(Money more) {
        recovered = recovered.add(more.amount());
    }

    WriteOffStatus status() {
        return status;
    }

    boolean proposedBy(PersonId person) {
        return proposedBy.equals(person.value());
    }

    WriteOffView view(List<WriteOffView.Recovery> recoveries) {
        return new WriteOffView(new WriteOffId(writeOffId), new FacilityId(facilityId), new CustomerId(customerId), money(amount),
                Money.of(baseAmount.stripTrailingZeros(), Money.CNY), money(drawn), reasonCode, reason, measures, papers(), grade, attempt, status,
                Optional.ofNullable(misfit), new PersonId(proposedBy), proposedAt, Optional.ofNullable(approvalCase).map(ApprovalCaseId::new),
                Optional.ofNullable(bookedOn), money(recovered), recoveries, Optional.ofNullable(reversal), sha256());
    }

    private List<DocumentId> papers() {
        return Arrays.stream(papers.split(",")).filter(paper -> !paper.isEmpty()).map(DocumentId::new).toList();
    }

    private Money money(BigDecimal sum) {
        return Money.of(sum.stripTrailingZeros(), Currency.getInstance(currency));
    }

    private String sha256() {
        return Sha256.of(String.join("\n", writeOffId, String.valueOf(attempt), facilityId, customerId, money(amount).toString(), money(drawn).toString(),
                reasonCode.name(), reason, measures, papers, grade));
    }
}
