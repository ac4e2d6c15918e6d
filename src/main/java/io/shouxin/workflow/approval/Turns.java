package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.Tier;
import io.shouxin.approval.Turn;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.approval.CreditApprovalProcess.Outcome;
import io.shouxin.workflow.engine.Route;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** From a case as it stands to the code its token leaves for the gateways. */
final class Turns {

    private Turns() {
    }

    /** Whose turn it is, or how the case ended. What ended in no other way counts as declined. */
    static Outcome of(ApprovalCaseView view) {
        return switch (view.status()) {
            case OPEN -> switch (view.course().turn()) {
                case TIER -> Outcome.valueOf(view.currentTier().name());
                case SIGNERS -> Outcome.SIGNERS;
                case DOCUMENTS -> Outcome.DOCUMENTS;
                case CUSTOMER_DOCUMENTS -> Outcome.CUSTOMER_DOCUMENTS;
            };
            case APPROVED -> Outcome.APPROVED;
            case RETURNED -> Outcome.RETURNED;
            case DECLINED, VOIDED -> Outcome.DECLINED;
        };
    }

    /** @param from the tier whose task the token is in; where the model cannot follow the case, the act is refused */
    static void leave(DelegateExecution token, ApprovalCaseView view, Tier from) {
        boolean unknown = view.isOpen() && view.course().turn() == Turn.CUSTOMER_DOCUMENTS
                && token.getBpmnModelInstance().getModelElementById(CreditApprovalProcess.USER_BRING_DOCUMENTS_AS_CUSTOMER) == null;
        if (unknown) {
            throw new RefusedException(Refusal.of("NOT_THE_PATH_OF_THIS_CASE"));
        }
        if (!view.isOpen() || token.getBpmnModelInstance().getModelElementById(CreditApprovalProcess.SUB_STAGE) != null) {
            Route.leave(token, of(view));
            return;
        }
        boolean next = view.currentTier() == from && from == Tier.COMMITTEE || view.currentTier().ordinal() == from.ordinal() + 1;
        if (view.course().turn() != Turn.TIER || !next) {
            throw new RefusedException(Refusal.of("NOT_THE_PATH_OF_THIS_CASE"));
        }
        Route.leave(token, Outcome.NEXT_TIER);
    }
}
