package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApprovalCaseId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is asked to vote in the credit committee of the head office, and whether the vote is over (审批委员会表决). */
@Component("committeeSeats")
public class CommitteeSeats {

    private static final int SEATS = 5;

    private final People people;
    private final ApprovalDesk approvals;

    CommitteeSeats(People people, ApprovalDesk approvals) {
        this.people = people;
        this.approvals = approvals;
    }

    /** Login names of the members who vote on this case. */
    public List<String> members(String approvalCaseId) {
        return people.inRole(Role.COMMITTEE_MEMBER).stream().filter(Person::headOffice).map(Person::id).map(id -> id.value()).limit(SEATS).toList();
    }

    /** The result stands, whatever the members still asked would say. */
    public boolean decided(String approvalCaseId) {
        return !approvals.find(new ApprovalCaseId(approvalCaseId)).orElseThrow().isOpen();
    }
}
