package io.shouxin.policyexception;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.origination.ExceptedRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy exception (政策例外): a rule of a policy set aside for one case until a day. Not to be confused with a temporary exception
 * (临时额度), which is room above a ceiling.
 *
 * @param rule           what was broken, frozen when it was asked for
 * @param permitted      what is permitted instead of the rule's value; {@code null} where it has none
 * @param untilAsked     last day as asked for
 * @param shortened      earlier last day an approver set; {@code null} without
 * @param renewal        a later last day an authority set afterwards; {@code null} without
 * @param inForceFrom    day of the approval; {@code null} before
 * @param madeBy         who asked for it or changed it
 * @param approvalCase   by which it was decided; {@code null} before
 * @param approvedTier   the tier that had the last word; {@code null} before
 * @param fulfilled      whether what the rule asks was met when it ended
 * @param version        as it was read
 */
public record PolicyException(PolicyExceptionId id, ApplicationId application, CustomerId customer, EntityCode entity, BrokenRule rule,
                              BigDecimal permitted, ExceptionReason reasonCode, String reason, Compensation compensation, String compensationWords,
                              LocalDate untilAsked, LocalDate shortened, PersonId shortenedBy, Renewal renewal, LocalDate inForceFrom, PolicyExceptionStatus status,
                              PersonId askedBy, Instant askedAt, Set<PersonId> madeBy, ApprovalCaseId approvalCase, Tier approvedTier,
                              Instant decidedAt, PersonId endedBy, Instant endedAt, String endReason, boolean fulfilled, long version) {

    /** Why it ended when its day was over. */
    static final String DAY_OVER = "DAY_OVER";

    /** Its last day. */
    public LocalDate until() {
        return renewal != null ? renewal.until() : shortened == null ? untilAsked : shortened;
    }

    /** Whether it holds on that day: approved, and its last day not over. */
    public boolean holdsOn(LocalDate day) {
        return status == PolicyExceptionStatus.APPROVED && !until().isBefore(day);
    }

    /** Whether it may hold on: in force, or over by its day; not what was met, revoked or closed with its case. */
    public boolean renewable() {
        boolean over = status == PolicyExceptionStatus.ENDED && !fulfilled && DAY_OVER.equals(endReason);
        return approvalCase != null && (over || status == PolicyExceptionStatus.APPROVED);
    }

    /** Whether an approval rests on it: it was approved, and what the rule asks was not met since. */
    boolean restsOn() {
        return approvalCase != null && !fulfilled && (status == PolicyExceptionStatus.APPROVED || status == PolicyExceptionStatus.ENDED
                || status == PolicyExceptionStatus.REVOKED);
    }

    /** What makes case and rule one. */
    static String openFor(ApplicationId application, String policy, String rule, int facility) {
        return application + "/" + policy + "/" + rule + "/" + facility;
    }

    Optional<String> openFor() {
        return status.isOpen() ? Optional.of(openFor(application, rule.policy(), rule.rule(), rule.facility())) : Optional.empty();
    }

    /** As it is frozen with a proposal. What an approver shortens is his decision, not the proposal's. */
    ExceptedRule frozen() {
        return new ExceptedRule(id.value(), rule.policy(), rule.version(), rule.rule(), rule.facility(), permitted, rule.ruleSays(), rule.caseHas(),
                reasonCode.name(), reason, compensation.name(), compensationWords, untilAsked, rule.exception().tier().name(), List.copyOf(madeBy));
    }

    /** Asked anew with other terms: whatever was decided before is void. */
    PolicyException askedAnew(AskPolicyException asked, BrokenRule now, PersonId by, Instant at) {
        Set<PersonId> makers = new LinkedHashSet<>(madeBy);
        makers.add(by);
        return new PolicyException(id, application, customer, entity, now,
                asked.permitted() == null ? null : PolicyExceptionTable.plain(asked.permitted()), asked.reasonCode(), asked.reason(), asked.compensation(),
                asked.compensationWords(), asked.until(), null, null, null, null, PolicyExceptionStatus.ASKED, askedBy, at, makers, null, null, null, null, null,
                null, false, version);
    }

    /** In force on until a later day. */
    PolicyException renewed(Renewal by) {
        return new PolicyException(id, application, customer, entity, rule, permitted, reasonCode, reason, compensation, compensationWords, untilAsked,
                shortened, shortenedBy, by, inForceFrom, PolicyExceptionStatus.APPROVED, askedBy, askedAt, madeBy, approvalCase, approvedTier, decidedAt, null,
                null, null, false, version);
    }

    PolicyException shortenedTo(LocalDate day, PersonId by) {
        return with(day, by, inForceFrom, status, approvalCase, approvedTier, decidedAt, null, null, null, false);
    }

    PolicyException decided(PolicyExceptionStatus how, ApprovalCaseId by, Tier tier, LocalDate from, Instant at) {
        return with(shortened, shortenedBy, how == PolicyExceptionStatus.APPROVED ? from : inForceFrom, how, by, tier, at, null, null, null, false);
    }

    PolicyException ended(PolicyExceptionStatus how, PersonId by, Instant at, String why, boolean met) {
        return with(shortened, shortenedBy, inForceFrom, how, approvalCase, approvedTier, decidedAt, by, at, why, met);
    }

    private PolicyException with(LocalDate day, PersonId dayBy, LocalDate from, PolicyExceptionStatus how, ApprovalCaseId by, Tier tier, Instant decided,
                                 PersonId ender, Instant end, String why, boolean met) {
        return new PolicyException(id, application, customer, entity, rule, permitted, reasonCode, reason, compensation, compensationWords, untilAsked,
                day, dayBy, renewal, from, how, askedBy, askedAt, madeBy, by, tier, decided, ender, end, why, met, version);
    }

    /**
     * A renewal (例外续期): decided by one officer with the authority of the tier that approved, who had no hand in it; what the committee approved, by its vote.
     *
     * @param until new last day
     * @param by    who decided, or had the last word in the vote
     */
    public record Renewal(LocalDate until, PersonId by, Instant at, String reason) {
    }
}
