package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.ApprovalStatus;
import io.shouxin.approval.CaseMoved;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the token of a case that has moved without the task of whose turn it was: a decision or a submission taken back, a signer
 * taken off. In the transaction of the act; the approval desk has judged whether it may be done.
 */
@Component
class ApprovalMoves {

    private final RuntimeService engine;
    private final ApprovalDesk approvals;
    private final ApplicationStages stages;
    private final OwnAuthority ownAuthority;

    ApprovalMoves(RuntimeService engine, ApprovalDesk approvals, ApplicationStages stages, OwnAuthority ownAuthority) {
        this.engine = engine;
        this.approvals = approvals;
        this.stages = stages;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(CaseMoved moved) {
        ApprovalCaseView view = approvals.find(moved.id()).orElseThrow();
        if (view.status() == ApprovalStatus.RETURNED && view.subjectType().equals(ApprovalSubject.APPLICATION.type())) {
            stages.returnedForRework(new ApplicationId(view.subjectId()), Route.SYSTEM).orElseThrow();
        }
        ownAuthority.of(() -> {
            Execution stage = engine.createExecutionQuery().processInstanceBusinessKey(view.subjectId())
                    .messageEventSubscriptionName(CreditApprovalProcess.MESSAGE_MOVED)
                    .processVariableValueEquals(RouteVariables.APPROVAL_CASE_ID, view.id().value()).singleResult();
            if (stage == null) {
                throw new RefusedException(Refusal.of("NOT_THE_PATH_OF_THIS_CASE"));
            }
            engine.setVariable(stage.getProcessInstanceId(), RouteVariables.OUTCOME, Turns.of(view).name());
            engine.messageEventReceived(CreditApprovalProcess.MESSAGE_MOVED, stage.getId());
            return null;
        });
    }
}
