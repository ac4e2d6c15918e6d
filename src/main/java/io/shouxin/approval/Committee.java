package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The credit committee as it sits on a case (审批委员会).
 *
 * <p>A case is approved by the share of all seats its rules ask for, once enough of those able to vote were heard and the chair
 * has voted: a veto that a quick majority could outrun would be none. It is declined by the chair's veto, by a majority against,
 * or as soon as the share can no longer be reached. A chair who may not vote on a case has no veto on it. Whoever replaces an
 * absent member votes on that member's seat, the chair's included.
 *
 * @param members  everybody with a seat
 * @param majority share of all seats that approves
 * @param quorum   share of the seats able to vote that has to be heard
 */
record Committee(Set<PersonId> members, PersonId chair, CaseRules.Majority majority, CaseRules.Majority quorum) {

    Committee {
        members = Set.copyOf(members);
    }

    /** A committee that decides by a plain majority. */
    Committee(Set<PersonId> members, PersonId chair) {
        this(members, chair, CaseRules.Majority.MAJORITY, CaseRules.Majority.MAJORITY);
    }

    int needed() {
        return majority.of(members.size());
    }

    boolean isChair(PersonId seat) {
        return chair.equals(seat);
    }

    /**
     * @param votes  decisions of this tier that stand, the last one included
     * @param barred members who may not vote on this case
     * @return how the case stands after the votes
     */
    ApprovalStatus rule(List<ApprovalCaseView.Decision> votes, Set<PersonId> barred) {
        if (votes.stream().anyMatch(vote -> vote.verdict() == Verdict.RETURN)) {
            return ApprovalStatus.RETURNED;
        }
        Set<PersonId> able = members.stream().filter(member -> !barred.contains(member)).collect(Collectors.toSet());
        long approvals = votes.stream().filter(vote -> vote.verdict().approves()).count();
        long against = votes.stream().filter(vote -> vote.verdict() == Verdict.DECLINE).count();
        boolean vetoed = votes.stream().anyMatch(vote -> isChair(vote.place()) && vote.verdict() == Verdict.DECLINE);
        long outstanding = able.stream().filter(member -> votes.stream().noneMatch(vote -> vote.place().equals(member))).count();
        if (vetoed || against >= CaseRules.Majority.MAJORITY.of(members.size()) || approvals + outstanding < needed()) {
            return ApprovalStatus.DECLINED;
        }
        boolean chairHeard = !able.contains(chair) || votes.stream().anyMatch(vote -> isChair(vote.place()));
        boolean quorate = votes.size() >= quorum.of(able.size());
        return approvals >= needed() && chairHeard && quorate ? ApprovalStatus.APPROVED : ApprovalStatus.OPEN;
    }
}
