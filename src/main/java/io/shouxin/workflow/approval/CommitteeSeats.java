package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Bench;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Turn;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who is asked to vote in the credit committee of the head office, and whether the vote is over (审批委员会表决). */
@Component("committeeSeats")
public class CommitteeSeats {

    private final Bench bench;
    private final ApprovalDesk approvals;

    CommitteeSeats(Bench bench, ApprovalDesk approvals) {
        this.bench = bench;
        this.approvals = approvals;
    }

    /** Login names of the members who have not voted on this case yet. Who made it or is conflicted is asked too, so that he sees why he is refused. */
    public List<String> members(String approvalCaseId) {
        Set<PersonId> heard = Bench.seatsHeard(found(approvalCaseId));
        return bench.seats().keySet().stream().filter(member -> !heard.contains(member)).map(PersonId::value).toList();
    }

    /** Login of who votes on a member's seat today: the member, or who stands in for him. */
    public String holder(String member) {
        Map<PersonId, PersonId> seats = bench.seats();
        PersonId seat = new PersonId(member);
        return seats.getOrDefault(seat, seat).value();
    }

    /** The result stands, or the case went somewhere else, whatever the members still asked would say. */
    public boolean decided(String approvalCaseId) {
        ApprovalCaseView view = found(approvalCaseId);
        return !view.isOpen() || view.currentTier() != Tier.COMMITTEE || view.course().turn() != Turn.TIER;
    }

    private ApprovalCaseView found(String approvalCaseId) {
        return approvals.find(new ApprovalCaseId(approvalCaseId)).orElseThrow();
    }
}
