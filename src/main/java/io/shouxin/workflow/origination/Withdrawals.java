package io.shouxin.workflow.origination;

import io.shouxin.origination.ApplicationWithdrawn;
import io.shouxin.workflow.engine.OwnAuthority;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes the token out when the customer takes the application back, in the same transaction. Origination has judged whether
 * he may; in the engine nobody but the administrator may move a token, so this is done on the bank's own authority.
 */
@Component
class Withdrawals {

    private final RuntimeService engine;
    private final OwnAuthority ownAuthority;

    Withdrawals(RuntimeService engine, OwnAuthority ownAuthority) {
        this.engine = engine;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(ApplicationWithdrawn withdrawn) {
        ownAuthority.of(() -> engine.createMessageCorrelation(CreditApplicationProcess.MESSAGE_WITHDRAWN)
                .processInstanceBusinessKey(withdrawn.applicationId().value())
                .correlateWithResult());
    }
}
