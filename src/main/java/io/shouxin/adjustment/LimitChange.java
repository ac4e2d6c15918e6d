package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
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
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change of a limit. Its status changes only by the acts below; the desk checks first. */
@Entity
@Table(name = "limit_change")
class LimitChange {

    @Id
    private String changeId;
    @Version
    private Long version;
    private String customerId;
    private String accountId;
    private String openFor;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LimitChangeKind kind;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LimitChangeCause cause;
    private String causeReference;
    private String currency;
    @Column(precision = 19, scale = 4)
    private BigDecimal ceilingBefore;
    @Column(precision = 19, scale = 4)
    private BigDecimal ceilingAfter;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LimitAccountStatus accountStatus;
    private boolean atOnce;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LimitChangeReason reasonCode;
    @Column(length = 2000)
    private String reason;
    @Column(length = 2000)
    private String reasonEn;
    private String documentId;
    private String grade;
    private String tier;
    private boolean byExposure;
    @Embedded
    private FrozenInYuan inYuan;
    @Column(precision = 19, scale = 4)
    private BigDecimal exposureAfter;
    private String ruleCode;
    private String policyVersion;
    private int attempt;
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LimitChangeStatus status;
    private String misfit;
    private String requestedBy;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant requestedAt;
    @Column(length = 1000)
    private String madeBy;
    private String closingRemark;
    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    private Instant closedAt;

    protected LimitChange() {
    }

    /** Proposed by an officer. */
    LimitChange(LimitChangeId id, ProposedChange proposed, PersonId by, Instant at) {
        this.changeId = id.value();
        this.cause = proposed.asked().cause();
        this.madeBy = "";
        propose(proposed, by, at);
    }

    /** Suggested by a rating or a market signal. */
    LimitChange(LimitChangeId id, SuggestChange suggested, PersonId system, Instant at) {
        this.changeId = id.value();
        this.requestedBy = system.value();
        this.madeBy = "";
        this.status = LimitChangeStatus.SUGGESTED;
        suggest(suggested, at);
    }

    /** Suggested, for the first time or anew because of newer facts. */
    final void suggest(SuggestChange suggested, Instant at) {
        this.cause = suggested.cause();
        this.causeReference = suggested.reference();
        this.customerId = suggested.customer().value();
        this.accountId = suggested.account().id().value();
        this.kind = suggested.kind();
        this.currency = suggested.account().committed().currency().getCurrencyCode();
        this.ceilingBefore = LimitTree.ceiling(suggested.account()).map(Money::amount).orElse(null);
        this.ceilingAfter = suggested.ceiling().map(Money::amount).orElse(null);
        this.accountStatus = suggested.account().status();
        this.reason = suggested.reason().chinese();
        this.reasonEn = suggested.reason().english();
        this.grade = suggested.grade();
        this.ruleCode = suggested.ruleCode();
        this.requestedAt = at;
        this.openFor = openKey();
    }

    /** Proposed, for the first time or again in other words, for another amount, or by who takes a suggestion up. */
    final void propose(ProposedChange proposed, PersonId by, Instant at) {
        RequestLimitChange asked = proposed.asked();
        customerId = asked.customer().value();
        accountId = asked.account().value();
        kind = asked.kind();
        currency = proposed.account().committed().currency().getCurrencyCode();
        ceilingBefore = LimitTree.ceiling(proposed.account()).map(Money::amount).orElse(null);
        ceilingAfter = proposed.ceiling().map(Money::amount).orElse(null);
        accountStatus = proposed.account().status();
        atOnce = asked.atOnce();
        requestedBy = by.value();
        requestedAt = at;
        word(asked);
        grade = proposed.judgement().grade();
        ChangeRule rule = proposed.judgement().rule().orElseThrow();
        tier = rule.tier().name();
        byExposure = rule.byExposure();
        ruleCode = rule.reasonCode();
        policyVersion = proposed.judgement().version();
        exposureAfter = proposed.exposureAfter().amount();
        inYuan = FrozenInYuan.of(proposed.inYuan());
        status = LimitChangeStatus.PROPOSED;
        misfit = null;
        attempt++;
        hand(by);
        openFor = openKey();
    }

    /** The words alone, of a change that has taken effect already. */
    final void word(RequestLimitChange asked) {
        reasonCode = asked.reasonCode();
        reason = asked.reason().strip();
        reasonEn = null;
        documentId = asked.document().map(DocumentId::value).orElse(null);
    }

    private void hand(PersonId person) {
        Set<String> hands = new LinkedHashSet<>(Arrays.asList(madeBy.split(",")));
        hands.add(person.value());
        madeBy = hands.stream().filter(login -> !login.isEmpty()).collect(Collectors.joining(","));
    }

    void takesEffect() {
        status = LimitChangeStatus.IN_EFFECT;
    }

    void waitsForApproval() {
        atOnce = false;
    }

    void returns(String code) {
        status = LimitChangeStatus.RETURNED;
        misfit = code;
    }

    void ends(LimitChangeStatus how, String remark, Instant at) {
        status = how;
        closingRemark = remark;
        openFor = null;
        closedAt = at;
    }

    private String openKey() {
        return accountId + "/" + kind;
    }

    LimitChangeId id() {
        return new LimitChangeId(changeId);
    }

    CustomerId customerId() {
        return new CustomerId(customerId);
    }

    LimitAccountId accountId() {
        return LimitAccountId.parse(accountId);
    }

    LimitChangeKind kind() {
        return kind;
    }

    LimitChangeStatus status() {
        return status;
    }

    LimitAccountStatus accountStatus() {
        return accountStatus;
    }

    boolean atOnce() {
        return atOnce;
    }

    int attempt() {
        return attempt;
    }

    boolean requestedBy(PersonId person) {
        return requestedBy.equals(person.value());
    }

    Optional<Money> ceilingBefore() {
        return money(ceilingBefore);
    }

    Optional<Money> ceilingAfter() {
        return money(ceilingAfter);
    }

    private Optional<Money> money(BigDecimal amount) {
        return Optional.ofNullable(amount).map(sum -> Money.of(sum.stripTrailingZeros(), Currency.getInstance(currency)));
    }

    private Optional<Money> exposureAfter() {
        return Optional.ofNullable(exposureAfter).map(sum -> Money.cny(sum.stripTrailingZeros()));
    }

    LimitChangeView view() {
        Set<PersonId> hands = Arrays.stream(madeBy.split(",")).filter(login -> !login.isEmpty()).map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new LimitChangeView(id(), customerId(), accountId(), kind, cause, Optional.ofNullable(causeReference), ceilingBefore(),
                ceilingAfter(), atOnce, Optional.ofNullable(reasonCode), reason, Optional.ofNullable(reasonEn), Optional.ofNullable(documentId).map(DocumentId::new), grade,
                Optional.ofNullable(tier), byExposure, exposureAfter(), FrozenInYuan.told(inYuan), Optional.ofNullable(ruleCode), Optional.ofNullable(policyVersion),
                attempt, status, Optional.ofNullable(misfit), new PersonId(requestedBy), requestedAt, hands, Optional.ofNullable(closingRemark), Optional.ofNullable(closedAt),
                attempt > 0 ? Optional.of(sha256()) : Optional.empty());
    }

    private String sha256() {
        return Sha256.of(String.join("\n", changeId, String.valueOf(attempt), customerId, accountId, kind.name(),
                ceilingBefore().map(Money::toString).orElse(""), ceilingAfter().map(Money::toString).orElse(""), accountStatus.name(),
                String.valueOf(atOnce), String.valueOf(reasonCode), reason, documentId == null ? "" : documentId, grade, tier,
                String.valueOf(byExposure), exposureAfter().map(Money::toString).orElse(""), ruleCode, policyVersion)
                + FrozenInYuan.hashed(inYuan));
    }
}
