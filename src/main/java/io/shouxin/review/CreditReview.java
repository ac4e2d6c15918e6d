package io.shouxin.review;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.ReviewId;
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
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A periodic review of one customer. Its status changes only by the acts below; the desk checks first. */
@Entity
@Table(name = "credit_review")
class CreditReview {

    @Id
    private String reviewId;
    @Version
    private Long version;
    private String customerId;
    private String entityCode;
    private String openFor;
    @Column(name = "trigger_kind")
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewTrigger trigger;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewStatus status;
    private LocalDate openedOn;
    private String openedBy;
    @Column(length = 1000)
    private String madeBy;
    private boolean statementsFresh;
    @Column(length = 1000)
    private String noStatementsReason;
    private LocalDate statementsExpectedOn;
    private String ratingBefore;
    private String ratingAfter;
    private int ratingAttempts;
    @Column(precision = 19, scale = 4)
    private BigDecimal limitBefore;
    @Column(precision = 19, scale = 4)
    private BigDecimal limitProposed;
    private String currency;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReviewConclusion conclusion;
    private String reasonCode;
    private String sha256;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;

    protected CreditReview() {
    }

    CreditReview(ReviewId id, CustomerId customer, EntityCode entity, ReviewTrigger trigger, Money limit, Optional<RatingId> rating, PersonId by, LocalDate today) {
        this.reviewId = id.value();
        this.customerId = customer.value();
        this.entityCode = entity.value();
        this.openFor = customer.value();
        this.trigger = trigger;
        this.status = ReviewStatus.COLLECTING;
        this.openedOn = today;
        this.openedBy = by.value();
        this.madeBy = by.value();
        this.ratingBefore = rating.map(RatingId::value).orElse(null);
        this.limitBefore = limit.amount();
        this.currency = limit.currency().getCurrencyCode();
    }

    void statementsAreFresh() {
        statementsFresh = true;
    }

    void noNewerStatements(NoNewerStatements declared) {
        noStatementsReason = declared.reason();
        statementsExpectedOn = declared.expectedOn();
    }

    private Optional<NoNewerStatements> noNewerStatements() {
        return Optional.ofNullable(noStatementsReason).map(reason -> new NoNewerStatements(reason, statementsExpectedOn));
    }

    /** Key of the next rating attempt. */
    String nextAttempt() {
        ratingAttempts++;
        return reviewId + "/" + ratingAttempts;
    }

    void rerated(RatingId rating, PersonId analyst) {
        ratingAfter = rating.value();
        status = ReviewStatus.RERATED;
        Set<String> people = new LinkedHashSet<>(Arrays.asList(madeBy.split(",")));
        people.add(analyst.value());
        madeBy = String.join(",", people);
    }

    void proposed(Conclusion proposal) {
        conclusion = proposal.conclusion();
        reasonCode = proposal.reasonCode();
        limitProposed = proposal.limit().amount();
        sha256 = proposal.sha256(id());
        status = ReviewStatus.PROPOSED;
    }

    void end(ReviewStatus finalStatus, String reason, Instant at) {
        status = finalStatus;
        reasonCode = reason == null ? reasonCode : reason;
        openFor = null;
        closedAt = at;
    }

    ReviewId id() {
        return new ReviewId(reviewId);
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    ReviewStatus status() {
        return status;
    }

    Optional<RatingId> ratingBefore() {
        return Optional.ofNullable(ratingBefore).map(RatingId::new);
    }

    Optional<RatingId> ratingAfter() {
        return Optional.ofNullable(ratingAfter).map(RatingId::new);
    }

    Money limitBefore() {
        return money(limitBefore);
    }

    Optional<Money> limitProposed() {
        return Optional.ofNullable(limitProposed).map(this::money);
    }

    Optional<ReviewConclusion> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount.stripTrailingZeros(), Currency.getInstance(currency));
    }

    ReviewView view(Optional<ReviewDelta> delta, Optional<LocalDate> nextDue) {
        Set<PersonId> people = Arrays.stream(madeBy.split(",")).filter(person -> !person.equals("system")).map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ReviewView(id(), customerId(), new EntityCode(entityCode), trigger, status, openedOn, new PersonId(openedBy), statementsFresh, noNewerStatements(),
                ratingBefore(), ratingAfter(), delta, limitBefore(), limitProposed(), conclusion(), Optional.ofNullable(reasonCode),
                Optional.ofNullable(sha256), people, Optional.ofNullable(closedAt), nextDue);
    }
}
