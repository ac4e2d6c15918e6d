package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.ReservationId;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A credit application. Its status changes only by the acts below; the desk checks first whether an act is allowed. */
@Entity
@Table(name = "credit_application")
@DynamicUpdate
class CreditApplication {

    @Id
    private String applicationId;
    @Version
    private Long version;
    private String customerId;
    private String entityCode;
    private String applicant;
    private String openedBy;
    @Column(length = 1000)
    private String madeBy;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ApplicationStatus status;
    private String openCase;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private FacilityKind facilityKind;
    private String product;
    private String products;
    @Column(precision = 19, scale = 4)
    private BigDecimal requestedAmount;
    private String requestedCurrency;
    private LocalDate policyAsOf;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant openedAt;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant submittedAt;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant policyAcceptedAt;
    private String policyAcceptedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant reportAuthorisedAt;
    private String reportAuthorisedBy;
    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String draft;
    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String form;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AssessmentVerdict verdict;
    @Column(length = 100_000_000)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private String assessment;
    private String assessedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant assessedAt;
    private String grade;
    private int proposalVersion;
    private String reservationId;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant signedAt;
    private String withdrawalReason;
    @Column(length = 2000)
    private String closingReasons;
    private String closingRemark;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;
    private String letterDocumentId;

    protected CreditApplication() {
    }

    CreditApplication(ApplicationId id, CustomerId customer, EntityCode entity, PersonId applicant, OpenApplication opening, Money amount,
                      Instant at, LocalDate today) {
        this.applicationId = id.value();
        this.customerId = customer.value();
        this.entityCode = entity.value();
        this.applicant = applicant.value();
        this.openedBy = applicant.value();
        this.madeBy = applicant.value();
        this.status = ApplicationStatus.DRAFT;
        this.facilityKind = opening.facilityKind();
        this.product = opening.product();
        this.products = opening.product();
        this.openCase = openCase(customer, product, entity);
        this.requestedAmount = amount.amount();
        this.requestedCurrency = amount.currency().getCurrencyCode();
        this.policyAsOf = today;
        this.openedAt = at;
        this.closingReasons = "";
    }

    static String openCase(CustomerId customer, String product, EntityCode entity) {
        return customer.value() + "|" + product + "|" + entity;
    }

    void keepDraft(String json) {
        draft = json;
    }

    void submit(ApplicationForm application, String formJson, Money total, PersonId actor, Instant at, LocalDate today) {
        RequestedFacility first = application.facilities().get(0);
        form = formJson;
        draft = null;
        status = ApplicationStatus.COLLECTING_DOCUMENTS;
        submittedAt = at;
        policyAsOf = today;
        policyAcceptedAt = at;
        policyAcceptedBy = actor.value();
        reportAuthorisedAt = at;
        reportAuthorisedBy = actor.value();
        facilityKind = first.kind();
        product = first.product();
        products = application.facilities().stream().map(RequestedFacility::product).distinct().collect(Collectors.joining(","));
        openCase = openCase(customerId(), product, entity());
        requestedAmount = total.amount();
        requestedCurrency = total.currency().getCurrencyCode();
        involve(actor);
    }

    void assess(AssessmentVerdict found, String assessmentJson, PersonId analyst, Instant at) {
        verdict = found;
        assessment = assessmentJson;
        assessedBy = analyst.value();
        assessedAt = at;
        involve(analyst);
    }

    void moveTo(ApplicationStatus next) {
        status = next;
        if (next == ApplicationStatus.ACTIVE) {
            openCase = null;
        }
    }

    void signed(Instant at) {
        signedAt = at;
    }

    /** A proposal was frozen; {@code reservation} is empty when it proposes no limit. */
    void proposed(int proposalNo, String gradeCode, Optional<ReservationId> reservation) {
        proposalVersion = proposalNo;
        grade = gradeCode;
        reservationId = reservation.map(ReservationId::value).orElse(null);
    }

    void withdraw(String reason, Instant at) {
        withdrawalReason = reason;
        end(Ending.of(ApplicationStatus.WITHDRAWN, "WITHDRAWN_BY_CUSTOMER"), at);
    }

    void end(Ending ending, Instant at) {
        status = ending.status();
        closingReasons = String.join(",", ending.reasonCodes());
        closingRemark = ending.remark().orElse(null);
        closedAt = at;
        openCase = null;
        reservationId = null;
    }

    void letter(DocumentId document) {
        letterDocumentId = document.value();
    }

    /** From now on this person has a hand in the case and may not decide on it. */
    void involve(PersonId person) {
        Set<String> people = new LinkedHashSet<>(Arrays.asList(madeBy.split(",")));
        if (people.add(person.value())) {
            madeBy = String.join(",", people);
        }
    }

    /** Who only assessed it: the analyst of the assessment that stands, unless he opened, submitted or speaks for it. */
    Set<PersonId> validators() {
        boolean only = assessedBy != null && !assessedBy.equals(openedBy) && !assessedBy.equals(applicant) && !assessedBy.equals(policyAcceptedBy);
        return only ? Set.of(new PersonId(assessedBy)) : Set.of();
    }

    ApplicationId id() {
        return new ApplicationId(applicationId);
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    EntityCode entity() {
        return new EntityCode(entityCode);
    }

    PersonId applicant() {
        return new PersonId(applicant);
    }

    /** From now on this person speaks for the customer; who opened it keeps his hand in it. */
    void representedBy(PersonId person) {
        applicant = person.value();
    }

    PersonId openedBy() {
        return new PersonId(openedBy);
    }

    Set<PersonId> madeBy() {
        return Arrays.stream(madeBy.split(",")).map(PersonId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    ApplicationStatus status() {
        return status;
    }

    FacilityKind facilityKind() {
        return facilityKind;
    }

    String product() {
        return product;
    }

    List<String> products() {
        return List.of(products.split(","));
    }

    Money requested() {
        return Money.of(requestedAmount.stripTrailingZeros(), Currency.getInstance(requestedCurrency));
    }

    LocalDate policyAsOf() {
        return policyAsOf;
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    Optional<String> draft() {
        return Optional.ofNullable(draft);
    }

    Optional<String> form() {
        return Optional.ofNullable(form);
    }

    Optional<AssessmentVerdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    Optional<String> assessment() {
        return Optional.ofNullable(assessment);
    }

    String grade() {
        return grade;
    }

    int proposalVersion() {
        return proposalVersion;
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservationId).map(ReservationId::new);
    }

    boolean isSigned() {
        return signedAt != null;
    }

    List<String> closingReasons() {
        return closingReasons.isEmpty() ? List.of() : List.of(closingReasons.split(","));
    }

    Optional<String> closingRemark() {
        return Optional.ofNullable(closingRemark);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    Optional<DocumentId> letter() {
        return Optional.ofNullable(letterDocumentId).map(DocumentId::new);
    }
}
