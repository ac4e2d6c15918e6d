package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.Bench;
import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom the task of a tier goes first, and who may take it beside the tier's own officers. */
@Component("approvalTasks")
public class ApprovalTasks {

    private final ApprovalDesk approvals;
    private final Bench bench;

    ApprovalTasks(ApprovalDesk approvals, Bench bench) {
        this.approvals = approvals;
        this.bench = bench;
    }

    /** Login of who asked or decided before and so gets the case back, or of who acts for him today; null when everybody of the tier may take it. */
    public String first(String approvalCaseId) {
        ApprovalCaseView view = found(approvalCaseId);
        return view.course().addressee().flatMap(officer -> bench.reachable(view, view.currentTier(), officer)).map(PersonId::value).orElse(null);
    }

    /** Logins of delegates who act for absent officers of the tier and are none of its officers themselves. */
    public List<String> standIns(String approvalCaseId) {
        ApprovalCaseView view = found(approvalCaseId);
        return bench.standIns(view, view.currentTier()).stream().map(PersonId::value).toList();
    }

    private ApprovalCaseView found(String approvalCaseId) {
        return approvals.find(new ApprovalCaseId(approvalCaseId)).orElseThrow();
    }
}
