package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LimitAccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Room above a ceiling for a while. Its status changes only by the acts below; the desk checks first. */
@Entity
@Table(name = "temporary_exception")
class TemporaryException {

    @Id
    private String exceptionId;
    @Version
    private Long version;
    private String customerId;
    private String accountId;
    private String openFor;
    private String currency;
    @Column(precision = 19, scale = 4)
    private BigDecimal ceilingBefore;
    @Column(precision = 19, scale = 4)
    private BigDecimal extra;
    private LocalDate untilDay;
    @Column(length = 2000)
    private String reason;
    @Column(name = "conditions_text", length = 2000)
    private String conditions;
    private String documentId;
    private String grade;
    private String tier;
    @Embedded
    private FrozenInYuan inYuan;
    @Column(precision = 19, scale = 4)
    private BigDecimal exposureAfter;
    private String ruleCode;
    private String policyVersion;
    private int attempt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ExceptionStatus status;
    private String misfit;
    private String requestedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant requestedAt;
    private LocalDate inForceOn;
    @Column(precision = 19, scale = 4)
    private BigDecimal stillOut;
    private LocalDate lastTakenBack;
    private String endedBy;
    private String endReason;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;

    protected TemporaryException() {
    }

    TemporaryException(ExceptionId id, AskedException asked, PersonId by, Instant at) {
        this.exceptionId = id.value();
        this.stillOut = BigDecimal.ZERO;
        ask(asked, by, at);
    }

    /** Asked for, for the first time or again. */
    final void ask(AskedException granted, PersonId by, Instant at) {
        RequestException asked = granted.asked();
        customerId = asked.customer().value();
        accountId = asked.account().value();
        openFor = accountId;
        currency = granted.extra().currency().getCurrencyCode();
        ceilingBefore = granted.ceiling().amount();
        extra = granted.extra().amount();
        untilDay = asked.until();
        reason = asked.reason().strip();
        conditions = asked.conditions().strip();
        documentId = asked.document().map(DocumentId::value).orElse(null);
        grade = granted.judgement().grade();
        ExceptionRule rule = granted.judgement().rule().orElseThrow();
        tier = rule.tier().name();
        ruleCode = rule.reasonCode();
        policyVersion = granted.judgement().version();
        exposureAfter = granted.exposureAfter().amount();
        inYuan = FrozenInYuan.of(granted.inYuan());
        requestedBy = by.value();
        requestedAt = at;
        status = ExceptionStatus.PROPOSED;
        misfit = null;
        attempt++;
    }

    void comesIntoForce(LocalDate day) {
        status = ExceptionStatus.IN_FORCE;
        inForceOn = day;
        stillOut = extra;
    }

    void returns(String code) {
        status = ExceptionStatus.RETURNED;
        misfit = code;
    }

    /** It never came into force. */
    void drops(ExceptionStatus how, Instant at) {
        status = how;
        openFor = null;
        closedAt = at;
    }

    void ends(ExceptionStatus how, PersonId by, String why, Instant at) {
        status = how;
        endedBy = by.value();
        endReason = why;
        openFor = null;
        closedAt = at;
    }

    /** The ledger got this much back. */
    void takenBack(Money amount, LocalDate day) {
        stillOut = stillOut.subtract(amount.amount());
        lastTakenBack = day;
    }

    ExceptionId id() {
        return new ExceptionId(exceptionId);
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    LimitAccountId accountId() {
        return LimitAccountId.parse(accountId);
    }

    ExceptionStatus status() {
        return status;
    }

    LocalDate until() {
        return untilDay;
    }

    int attempt() {
        return attempt;
    }

    boolean requestedBy(PersonId person) {
        return requestedBy.equals(person.value());
    }

    Money extra() {
        return money(extra);
    }

    Money ceilingBefore() {
        return money(ceilingBefore);
    }

    Money stillOut() {
        return money(stillOut);
    }

    private Money money(BigDecimal amount) {
        return Money.of(amount.stripTrailingZeros(), Currency.getInstance(currency));
    }

    private Money exposureAfter() {
        return Money.cny(exposureAfter.stripTrailingZeros());
    }

    TemporaryExceptionView view() {
        return new TemporaryExceptionView(id(), customerId(), accountId(), ceilingBefore(), extra(), untilDay, reason, conditions,
                Optional.ofNullable(documentId).map(DocumentId::new), grade, tier, exposureAfter(), FrozenInYuan.told(inYuan), ruleCode, policyVersion, attempt, status,
                Optional.ofNullable(misfit), new PersonId(requestedBy), requestedAt, Optional.ofNullable(inForceOn), Optional.ofNullable(closedAt),
                Optional.ofNullable(endedBy).map(PersonId::new), Optional.ofNullable(endReason), stillOut(), sha256());
    }

    private String sha256() {
        return Sha256.of(String.join("\n", exceptionId, String.valueOf(attempt), customerId, accountId, ceilingBefore().toString(),
                extra().toString(), untilDay.toString(), reason, conditions, documentId == null ? "" : documentId, grade, tier,
                exposureAfter().toString(), ruleCode, policyVersion)
                + FrozenInYuan.hashed(inYuan));
    }
}
