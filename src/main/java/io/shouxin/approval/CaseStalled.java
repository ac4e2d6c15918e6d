package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;

/**
 * Event: an open case can't be decided as its people stand; published once for a case, in the transaction that noted it.
 *
 * @param subject business number of what is to be decided
 * @param reason  code: {@code NOBODY_PRESENT}, {@code NO_MAJORITY}, {@code NO_QUORUM} or {@code NO_CHAIR}; label {@code actReason.CODE}
 */
public record CaseStalled(ApprovalCaseId id, String subject, Tier tier, String reason) {
}
