package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.OverrideId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.Sha256;
import io.shouxin.policy.MatchedRow;
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
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An expert's override of a customer's grade. Its status changes only by the acts below; the desk checks first. */
@Entity
@Table(name = "rating_override")
class RatingOverride {

    @Id
    private String overrideId;
    @Version
    private Long version;
    private String customerId;
    private String openFor;
    private String ratingId;
    @Column(precision = 4, scale = 1)
    private BigDecimal modelScore;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade modelGrade;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Grade grade;
    private String reasonCode;
    @Column(length = 2000)
    private String evidence;
    private String evidenceSource;
    private LocalDate evidenceDate;
    private String documentId;
    private String tier;
    private String ruleCode;
    private String policyVersion;
    private int validMonths;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private OverrideStatus status;
    private String requestedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant requestedAt;
    private LocalDate validUntil;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;

    protected RatingOverride() {
    }

    RatingOverride(OverrideId id, RatingView rating, Grade modelGrade, RequestOverride asked, MatchedRow rule, String policyVersion,
                   PersonId by, Instant at) {
        this.overrideId = id.value();
        this.customerId = rating.customer().value();
        this.openFor = customerId;
        this.requestedBy = by.value();
        this.requestedAt = at;
        ask(rating, modelGrade, asked, rule, policyVersion);
    }

    /** The same override asked for again, in other words or for another grade. */
    void ask(RatingView rating, Grade ofModel, RequestOverride asked, MatchedRow rule, String version) {
        ratingId = rating.id().value();
        modelScore = rating.score();
        modelGrade = ofModel;
        grade = asked.grade();
        reasonCode = asked.reasonCode();
        evidence = asked.evidence().strip();
        evidenceSource = asked.evidenceSource().strip();
        evidenceDate = asked.evidenceDate();
        documentId = asked.document().map(DocumentId::value).orElse(null);
        tier = rule.text("tier");
        ruleCode = rule.text("reasonCode");
        validMonths = rule.whole("validMonths");
        policyVersion = version;
        status = OverrideStatus.PROPOSED;
    }

    void comesIntoForce(LocalDate until) {
        status = OverrideStatus.IN_FORCE;
        validUntil = until;
    }

    void ends(OverrideStatus how, Instant at) {
        status = how;
        openFor = null;
        closedAt = at;
    }

    OverrideId id() {
        return new OverrideId(overrideId);
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    RatingId ratingId() {
        return new RatingId(ratingId);
    }

    OverrideStatus status() {
        return status;
    }

    boolean requestedBy(PersonId person) {
        return requestedBy.equals(person.value());
    }

    int validMonths() {
        return validMonths;
    }

    /** To a better grade than the model's. */
    boolean isUpgrade() {
        return modelGrade.isWeakerThan(grade);
    }

    Grade modelGrade() {
        return modelGrade;
    }

    /** In force on that day over this model grade: a better one over the grade it was asked on, a worse one over any that is better. */
    boolean counts(LocalDate day, Grade ofModel) {
        return status == OverrideStatus.IN_FORCE && !day.isAfter(validUntil)
                && (isUpgrade() ? ofModel == modelGrade : grade.isWeakerThan(ofModel));
    }

    OverrideView view() {
        return new OverrideView(id(), customerId(), ratingId(), modelScore, modelGrade, grade, reasonCode, evidence,
                evidenceSource, evidenceDate, Optional.ofNullable(documentId).map(DocumentId::new), tier, ruleCode, policyVersion,
                validMonths, status, new PersonId(requestedBy), requestedAt, Optional.ofNullable(validUntil),
                Optional.ofNullable(closedAt), sha256());
    }

    private String sha256() {
        String asked = String.join("\n", overrideId, customerId, ratingId, modelGrade.name(), grade.name(), reasonCode, evidence,
                evidenceSource, evidenceDate.toString(), documentId == null ? "" : documentId, tier, ruleCode, policyVersion,
                String.valueOf(validMonths));
        return Sha256.of(asked);
    }
}
