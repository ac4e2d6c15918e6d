package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An approval case with everything decided on it so far.
 *
 * @param exposure      of the whole group at all granting entities; null for a reader who may not see it
 * @param tiers         the ladder this case has to climb, in order, none skipped
 * @param currentTier   the tier that is to decide; of a closed case the tier that decided last
 * @param policyVersion version of {@code approval-authority} that named the tiers
 * @param conflicts     officers who declared a conflict of interest, with their reasons
 * @param decisions     oldest first
 */
public record ApprovalCaseView(ApprovalCaseId id, String subjectType, String subjectId, String subjectHash, Money amount,
                               Money exposure, String gradeCode, List<Tier> tiers, Tier currentTier, ApprovalStatus status,
                               String policyVersion, Set<PersonId> madeBy, List<Conflict> conflicts, List<Decision> decisions,
                               Instant openedAt, Optional<Instant> closedAt) {

    public ApprovalCaseView {
        tiers = List.copyOf(tiers);
        madeBy = Set.copyOf(madeBy);
        conflicts = List.copyOf(conflicts);
        decisions = List.copyOf(decisions);
    }

    /** For a reader who may not see what other granting entities lend: the exposure counts that in. */
    public ApprovalCaseView withoutExposure() {
        return new ApprovalCaseView(id, subjectType, subjectId, subjectHash, amount, null, gradeCode, tiers, currentTier, status, policyVersion,
                madeBy, conflicts, decisions, openedAt, closedAt);
    }

    public boolean isOpen() {
        return status == ApprovalStatus.OPEN;
    }

    /** True if no person has to decide. */
    public boolean isStraightThrough() {
        return tiers.equals(List.of(Tier.STRAIGHT_THROUGH));
    }

    /** One officer's decision; never changed or deleted. */
    public record Decision(Tier tier, PersonId officer, Verdict verdict, String reasonCode, String comment, Instant decidedAt) {
    }

    /** An officer who may not decide on this case, and what connects him with it. */
    public record Conflict(PersonId officer, ConflictKind kind, String remark) {
    }
}
