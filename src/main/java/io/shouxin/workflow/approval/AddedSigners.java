package io.shouxin.workflow.approval;

import io.shouxin.approval.AbsenceDesk;
import io.shouxin.approval.AddedSigner;
import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Turn;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom the task list asks to sign beside an approver. */
@Component("addedSigners")
public class AddedSigners {

    private final ApprovalDesk approvals;
    private final AbsenceDesk absences;

    AddedSigners(ApprovalDesk approvals, AbsenceDesk absences) {
        this.approvals = approvals;
        this.absences = absences;
    }

    /** Names of the signers waited for: logins, or group ids of roles. */
    public List<String> waiting(String approvalCaseId) {
        return found(approvalCaseId).course().signing().orElseThrow().waiting().stream().map(AddedSigner::name).toList();
    }

    /** Login of the named colleague, or of who acts for him today; null for a role. */
    public String assignee(String approvalCaseId, String name) {
        return Role.ofGroup(name).isPresent() ? null : absences.delegateOf(new PersonId(name)).map(PersonId::value).orElse(name);
    }

    /** Group of the role that may sign; none for a named colleague. */
    public List<String> groups(String approvalCaseId, String name) {
        return Role.ofGroup(name).map(Role::groupId).map(List::of).orElse(List.of());
    }

    /** Nobody is waited for any more. */
    public boolean heard(String approvalCaseId) {
        ApprovalCaseView view = found(approvalCaseId);
        return !view.isOpen() || view.course().turn() != Turn.SIGNERS;
    }

    private ApprovalCaseView found(String approvalCaseId) {
        return approvals.find(new ApprovalCaseId(approvalCaseId)).orElseThrow();
    }
}
