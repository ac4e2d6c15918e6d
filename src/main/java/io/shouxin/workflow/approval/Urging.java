package io.shouxin.workflow.approval;

import io.shouxin.approval.ApprovalCaseView;
import io.shouxin.approval.ApprovalDesk;
import io.shouxin.approval.CaseUrged;
import io.shouxin.notification.MessageDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves a message with everybody whose turn it is when a case is urged (催办). */
@Component
class Urging {

    private final MessageDesk messages;
    private final ApprovalDesk approvals;
    private final CustomerDocuments customers;

    Urging(MessageDesk messages, ApprovalDesk approvals, CustomerDocuments customers) {
        this.messages = messages;
        this.approvals = approvals;
        this.customers = customers;
    }

    @EventListener
    void on(CaseUrged urged) {
        ApprovalCaseView view = approvals.find(urged.id()).orElseThrow();
        if (view.course().askedCustomer().isPresent()) {
            customers.remind(view);
            return;
        }
        urged.asked().forEach(officer -> messages.send(officer, urged.id() + "/urge/" + urged.no(), urged.subject(), "APPROVAL_URGED"));
    }
}
