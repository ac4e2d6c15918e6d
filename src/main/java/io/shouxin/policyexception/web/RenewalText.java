package io.shouxin.policyexception.web;

import io.shouxin.approval.Tier;
import io.shouxin.kernel.Wording;
import io.shouxin.policyexception.ExceptionRenewal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The renewal of a policy exception put to the vote, as the API tells it.
 *
 * @param before tier it lies with now; null unless it is decided on now
 */
record RenewalText(String number, LocalDate until, String reason, String status, String statusLabel, String askedBy, Instant askedAt, String approvalCase,
                   String before, String beforeLabel) {

    static RenewalText of(ExceptionRenewal asked, Renewals renewals, Wording wording, Locale language) {
        Tier tier = renewals.before(asked);
        return new RenewalText(asked.id().value(), asked.until(), asked.reason(), asked.status().name(),
                wording.of("exceptionRenewalStatus." + asked.status(), language), asked.askedBy().value(), asked.askedAt(),
                asked.approvalCase() == null ? null : asked.approvalCase().value(), tier == null ? null : tier.name(),
                tier == null ? null : wording.of("tier." + tier, language));
    }
}
