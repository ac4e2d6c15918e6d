package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The approval desk (审批). */
@Service
@Transactional
public class ApprovalDesk {

    /** Opens a case, or answers the open one of the same proposal; an open case of an earlier proposal is voided. */
    public Outcome<ApprovalCaseView> open(OpenApproval command, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApprovalCaseView> decide(Decide command, PersonId officer) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApprovalCaseView> approveStraightThrough(ApprovalCaseId id) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ApprovalCaseView> declareConflict(ApprovalCaseId id, PersonId officer, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Ends an open case because its subject was amended or withdrawn. A case already closed stays as it is. */
    public Outcome<ApprovalCaseView> voidCase(ApprovalCaseId id, String reasonCode, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    /** What would bar this person from deciding now, before any verdict is given; empty if nothing does. */
    public List<Refusal> obstacles(ApprovalCaseId id, PersonId officer) {
        throw new UnsupportedOperationException();
    }

    public Optional<ApprovalCaseView> find(ApprovalCaseId id) {
        throw new UnsupportedOperationException();
    }

    /** All cases of a subject, oldest first. */
    public List<ApprovalCaseView> history(String subjectType, String subjectId) {
        throw new UnsupportedOperationException();
    }
}
