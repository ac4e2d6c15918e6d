package io.shouxin.workflow.origination;

import io.shouxin.origination.ApplicationWithdrawn;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the token out when the customer takes the application back, in the same transaction. */
@Component
class Withdrawals {

    private final RuntimeService engine;

    Withdrawals(RuntimeService engine) {
        this.engine = engine;
    }

    @EventListener
    void on(ApplicationWithdrawn withdrawn) {
        engine.createMessageCorrelation(CreditApplicationProcess.MESSAGE_WITHDRAWN)
                .processInstanceBusinessKey(withdrawn.applicationId().value())
                .correlate();
    }
}
