package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Set;

/**
 * The credit committee as it sits (审贷会).
 *
 * <p>A case is approved by a majority of all seats, once the chair has voted: a veto that a quick majority could outrun would
 * be none. It is declined by the chair's veto, by a majority against, or as soon as no majority for it can be reached. A chair
 * who may not vote on a case has no veto on it.
 *
 * @param members everybody with a seat
 */
record Committee(Set<PersonId> members, PersonId chair) {

    Committee {
        members = Set.copyOf(members);
    }

    int majority() {
        return members.size() / 2 + 1;
    }

    boolean isChair(PersonId person) {
        return chair.equals(person);
    }

    /**
     * @param votes  decisions of this tier, the last one included
     * @param barred members who may not vote on this case
     * @return how the case stands after the votes
     */
    ApprovalStatus rule(List<ApprovalCaseView.Decision> votes, Set<PersonId> barred) {
        if (votes.stream().anyMatch(vote -> vote.verdict() == Verdict.RETURN)) {
            return ApprovalStatus.RETURNED;
        }
        long approvals = count(votes, Verdict.APPROVE);
        long against = count(votes, Verdict.DECLINE);
        boolean vetoed = votes.stream().anyMatch(vote -> isChair(vote.officer()) && vote.verdict() == Verdict.DECLINE);
        long outstanding = members.stream().filter(member -> !barred.contains(member))
                .filter(member -> votes.stream().noneMatch(vote -> vote.officer().equals(member))).count();
        if (vetoed || against >= majority() || approvals + outstanding < majority()) {
            return ApprovalStatus.DECLINED;
        }
        boolean chairHeard = !members.contains(chair) || barred.contains(chair)
                || votes.stream().anyMatch(vote -> isChair(vote.officer()));
        return approvals >= majority() && chairHeard ? ApprovalStatus.APPROVED : ApprovalStatus.OPEN;
    }

    private static long count(List<ApprovalCaseView.Decision> votes, Verdict verdict) {
        return votes.stream().filter(vote -> vote.verdict() == verdict).count();
    }
}
