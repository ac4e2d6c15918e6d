package io.shouxin.policyexception.web;

import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Wording;
import io.shouxin.policyexception.BrokenRule;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.policyexception.PolicyExceptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A policy exception as the API tells it.
 *
 * @param permitted in the unit of the rule, as plain decimal; null for a rule without value
 * @param untilAsked as asked for, where an approver shortened it; else null
 * @param mayFulfil whether an analyst or relationship manager may say that the rule is met
 * @param mayRevoke whether the reader may revoke it now
 * @param mayRenew  whether he may let it hold on
 * @param renewalTier  tier whose authority decides on a renewal, by one officer or the committee's vote; null where it can't be renewed
 * @param mayAskRenewal whether the reader may ask for the committee's vote on a renewal now
 * @param renewal      the newest renewal put to the vote; null without
 * @param renewedUntil later last day an authority set afterwards; null without
 */
record PolicyExceptionText(String number, String application, String customer, String customerName, String entity, String policy, String policyLabel,
                           String policyVersion, String rule, String ruleLabel, int facility, String unit, String ruleSays, String caseHas,
                           String permitted, String reasonCode, String reasonLabel, String reason, String compensation, String compensationLabel,
                           String compensationWords, LocalDate from, LocalDate until, LocalDate untilAsked, String status, String statusLabel,
                           String askedBy, Instant askedAt, String tier, String approvalCase, String approvedTier, Instant decidedAt, String endedBy,
                           Instant endedAt, String endReason, boolean fulfilled, boolean mayFulfil, boolean mayRevoke, boolean mayRenew, LocalDate renewedUntil, String renewedBy,
                           String renewalReason, String renewalTier, boolean mayAskRenewal, RenewalText renewal) {

    static PolicyExceptionText of(PolicyException exception, String customerName, PolicyExceptionCourse course, Renewals renewals, Person reader, Wording wording,
                                  Locale language) {
        boolean mayFulfil = exception.renewable();
        ExceptionRenewal asked = renewals.of(exception);
        boolean mayRevoke = exception.status() == PolicyExceptionStatus.APPROVED && course.mayRevoke(exception, reader.id());
        boolean mayRenew = mayFulfil && course.mayRenew(exception, reader.id());
        BrokenRule rule = exception.rule();
        PolicyException.Renewal renewal = exception.renewal();
        return new PolicyExceptionText(exception.id().value(), exception.application().value(), exception.customer().value(), customerName,
                exception.entity().value(), rule.policy(), wording.of("policyName." + rule.policy(), language), rule.version(), rule.rule(),
                RuleWords.label(rule, wording, language), rule.facility(), rule.unit().name(), RuleWords.shown(rule, rule.ruleSays(), wording, language),
                RuleWords.shown(rule, rule.caseHas(), wording, language),
                exception.permitted() == null ? null : exception.permitted().toPlainString(), exception.reasonCode().name(),
                wording.of("exceptionReason." + exception.reasonCode(), language), exception.reason(), exception.compensation().name(),
                wording.of("compensation." + exception.compensation(), language), exception.compensationWords(), exception.inForceFrom(), exception.until(),
                exception.shortened() == null ? null : exception.untilAsked(), exception.status().name(),
                wording.of("policyExceptionStatus." + exception.status(), language), exception.askedBy().value(), exception.askedAt(),
                rule.exception().tier().name(), exception.approvalCase() == null ? null : exception.approvalCase().value(),
                exception.approvedTier() == null ? null : exception.approvedTier().name(), exception.decidedAt(), login(exception.endedBy()),
                exception.endedAt(), ended(exception, wording, language), exception.fulfilled(), mayFulfil, mayRevoke, mayRenew,
                renewal == null ? null : renewal.until(), renewal == null ? null : renewal.by().value(), renewal == null ? null : renewal.reason(),
                mayFulfil && exception.approvedTier() != null ? exception.approvedTier().name() : null, renewals.mayAsk(exception, reader),
                asked == null ? null : RenewalText.of(asked, renewals, wording, language));
    }

    private static String login(PersonId person) {
        return person == null ? null : person.value();
    }

    /** Why it ended: the bank's own reasons by their words, a person's as written. */
    private static String ended(PolicyException exception, Wording wording, Locale language) {
        String key = "exceptionEnd." + exception.endReason();
        return exception.endReason() != null && wording.knows(key) ? wording.of(key, language) : exception.endReason();
    }
}
