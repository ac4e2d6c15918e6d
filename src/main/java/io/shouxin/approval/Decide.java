package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Command: one officer's decision.
 *
 * @param tier         the tier the officer believes to be deciding at; another than the open one is refused
 * @param reasonCode   needed to decline, e.g. {@code REPAYMENT_ABILITY}; may be empty otherwise
 * @param comment      free text, at most 2,000 characters; the questions when returning
 * @param proposalHash hash of the proposal that was on the officer's screen
 * @param conditions   what has to be met, with a conditional approval; each at most 200 characters
 * @param principal    the absent officer a delegate decides for
 * @param signers      colleagues who are to sign after an approval
 */
public record Decide(ApprovalCaseId caseId, Tier tier, Verdict verdict, String reasonCode, String comment, String proposalHash,
                     List<String> conditions, Optional<PersonId> principal, Optional<SigningOrder> signers) {

    public Decide {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(verdict, "verdict");
        reasonCode = reasonCode == null ? "" : reasonCode.strip();
        comment = comment == null ? "" : comment.strip();
        proposalHash = proposalHash == null ? "" : proposalHash;
        conditions = conditions == null ? List.of() : conditions.stream().map(text -> text == null ? "" : text.strip()).filter(text -> !text.isEmpty())
                .distinct().toList();
    }

    /** A decision in one's own right, without conditions or signers. */
    public Decide(ApprovalCaseId caseId, Tier tier, Verdict verdict, String reasonCode, String comment, String proposalHash) {
        this(caseId, tier, verdict, reasonCode, comment, proposalHash, List.of(), Optional.empty(), Optional.empty());
    }
}
