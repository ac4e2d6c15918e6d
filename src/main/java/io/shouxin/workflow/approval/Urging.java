package io.shouxin.workflow.approval;

import io.shouxin.approval.CaseUrged;
import io.shouxin.notification.MessageDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Leaves a message with everybody whose turn it is when a case is urged (催办). */
@Component
class Urging {

    private final MessageDesk messages;

    Urging(MessageDesk messages) {
        this.messages = messages;
    }

    @EventListener
    void on(CaseUrged urged) {
        urged.asked().forEach(officer -> messages.send(officer, urged.id() + "/urge/" + urged.no(), urged.subject(), "APPROVAL_URGED"));
    }
}
