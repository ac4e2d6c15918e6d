package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import java.util.Objects;

/**
 * Command: one officer's decision.
 *
 * @param tier         the tier the officer believes to be deciding at; another than the open one is refused
 * @param reasonCode   needed to decline, e.g. {@code REPAYMENT_ABILITY}; may be empty otherwise
 * @param comment      free text, at most 2,000 characters; the questions when returning
 * @param proposalHash hash of the proposal that was on the officer's screen
 */
public record Decide(ApprovalCaseId caseId, Tier tier, Verdict verdict, String reasonCode, String comment, String proposalHash) {

    public Decide {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(verdict, "verdict");
        reasonCode = reasonCode == null ? "" : reasonCode.strip();
        comment = comment == null ? "" : comment.strip();
        proposalHash = proposalHash == null ? "" : proposalHash;
    }
}
