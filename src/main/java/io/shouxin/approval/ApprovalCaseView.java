package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An approval case with everything decided on it so far.
 *
 * @param exposure      of the whole group at all granting entities; null for a reader who may not see it
 * @param tiers         the ladder this case has to climb, in order, none skipped
 * @param currentTier   the tier that is to decide; of a closed case the tier that decided last
 * @param policyVersion version of {@code approval-authority} that named the tiers
 * @param madeBy        who may not decide because he had a hand in it
 * @param conflicts     officers who declared a conflict of interest, with their reasons
 * @param decisions     oldest first, those that no longer stand included
 * @param course        how it stands between the decisions
 * @param acts          everything else that was done with it, oldest first
 */
public record ApprovalCaseView(ApprovalCaseId id, String subjectType, String subjectId, String subjectHash, Money amount,
                               Money exposure, String gradeCode, List<Tier> tiers, Tier currentTier, ApprovalStatus status,
                               String policyVersion, Set<PersonId> madeBy, List<Conflict> conflicts, List<Decision> decisions,
                               ApprovalCourse course, List<ApprovalAct> acts, Instant openedAt, Optional<Instant> closedAt) {

    public ApprovalCaseView {
        tiers = List.copyOf(tiers);
        madeBy = Set.copyOf(madeBy);
        conflicts = List.copyOf(conflicts);
        decisions = List.copyOf(decisions);
        acts = List.copyOf(acts);
    }

    /** For a reader who may not see what other granting entities lend: the exposure counts that in. */
    public ApprovalCaseView withoutExposure() {
        return new ApprovalCaseView(id, subjectType, subjectId, subjectHash, amount, null, gradeCode, tiers, currentTier, status, policyVersion,
                madeBy, conflicts, decisions, course, acts, openedAt, closedAt);
    }

    public boolean isOpen() {
        return status == ApprovalStatus.OPEN;
    }

    /** True if no person has to decide. */
    public boolean isStraightThrough() {
        return tiers.equals(List.of(Tier.STRAIGHT_THROUGH));
    }

    /** The decisions that stand, oldest first. */
    public List<Decision> standing() {
        return decisions.stream().filter(Decision::standing).toList();
    }

    /** What approvers made a condition of their approval, in the order they did. */
    public List<String> conditions() {
        return standing().stream().flatMap(decision -> decision.conditions().stream()).distinct().toList();
    }

    /** Everything that was done, decisions and other acts, in order. */
    public List<ApprovalAct> history() {
        return Stream.concat(acts.stream(), decisions.stream().map(Decision::act)).sorted(Comparator.comparingLong(ApprovalAct::no)).toList();
    }

    /** Whether this officer has been heard on the case: by a decision that stands, his own or for him, or as an added signer. */
    boolean hasSpoken(PersonId person) {
        Stream<PersonId> decided = standing().stream().flatMap(decision -> Stream.concat(Stream.of(decision.officer()), decision.principal().stream()));
        Stream<PersonId> signed = acts.stream().filter(act -> act.verb() == Verb.SIGN)
                .flatMap(act -> Stream.concat(Stream.of(act.actor()), act.principal().stream()));
        return Stream.concat(decided, signed).anyMatch(person::equals);
    }

    boolean hasConflict(PersonId person) {
        return conflicts.stream().anyMatch(conflict -> conflict.officer().equals(person));
    }

    /** Nobody in these places may decide: makers, who is conflicted, who has been heard. */
    boolean isBarred(PersonId person) {
        return madeBy.contains(person) || hasConflict(person) || hasSpoken(person);
    }

    /**
     * One officer's decision; never changed or deleted.
     *
     * @param principal  for whom a delegate decided
     * @param conditions of a conditional approval
     * @param no         place in the order of the case, shared with its other acts
     * @param standing   false once it was taken back or the case was returned behind it
     */
    public record Decision(Tier tier, PersonId officer, Verdict verdict, String reasonCode, String comment, Instant decidedAt,
                           Optional<PersonId> principal, List<String> conditions, long no, boolean standing) {

        public Decision {
            conditions = List.copyOf(conditions);
        }

        /** A decision in one's own right. */
        public Decision(Tier tier, PersonId officer, Verdict verdict, String reasonCode, String comment, Instant decidedAt) {
            this(tier, officer, verdict, reasonCode, comment, decidedAt, Optional.empty(), List.of(), 0, true);
        }

        /** Whose seat or place it was taken on. */
        PersonId place() {
            return principal.orElse(officer);
        }

        private ApprovalAct act() {
            return new ApprovalAct(no, verdict.verb(), officer, principal, tier, reasonCode, comment, decidedAt);
        }

        Decision withdrawn() {
            return new Decision(tier, officer, verdict, reasonCode, comment, decidedAt, principal, conditions, no, false);
        }
    }

    /** An officer who may not decide on this case, and what connects him with it. */
    public record Conflict(PersonId officer, ConflictKind kind, String remark) {
    }
}
