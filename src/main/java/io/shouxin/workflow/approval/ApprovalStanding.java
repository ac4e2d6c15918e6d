package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import org.springframework.stereotype.Component;

/**
 * The last guard before something approved takes effect: the approval desk's own record, not the token, says that exactly this
 * version was approved. Whoever runs the engine can move a token; that approves nothing.
 */
@Component
public class ApprovalStanding {

    private final ApprovalDesk approvals;

    ApprovalStanding(ApprovalDesk approvals) {
        this.approvals = approvals;
    }

    /** @throws IllegalStateException where it was not; the step then fails and stands as an incident, and nothing takes effect */
    public void require(ApprovalSubject subject, String number, String sha256) {
        if (approvals.history(subject.type(), number).stream()
                .noneMatch(decided -> decided.status() == ApprovalStatus.APPROVED && decided.subjectHash().equals(sha256))) {
            throw new IllegalStateException(number + " has not been approved in this version");
        }
    }
}
