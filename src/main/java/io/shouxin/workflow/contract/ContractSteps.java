package io.shouxin.workflow.contract;

import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.SigningDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.contract.ContractSigningProcess.Outcome;
import io.shouxin.workflow.engine.Route;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the contract signing. */
@Configuration(proxyBeanMethods = false)
class ContractSteps {

    @Bean
    JavaDelegate drawUpAgreement(SigningDesk desk, MessageDesk messages) {
        return token -> {
            AgreementView agreement = desk.drawUp(Route.application(token), Route.SYSTEM).orElseThrow();
            messages.send(Route.applicant(token), agreement.id() + "/drawn-up", Route.application(token).value(), "AGREEMENT_DRAWN_UP");
            Route.leave(token, agreement.status() == AgreementStatus.READY_TO_SIGN ? Outcome.STANDARD : Outcome.NON_STANDARD);
        };
    }

    @Bean
    JavaDelegate confirmSigning(SigningDesk desk) {
        return token -> {
            AgreementView agreement = desk.current(Route.application(token)).orElseThrow();
            boolean complete = agreement.status() == AgreementStatus.SIGNED && agreement.conditionsFulfilled();
            Route.leave(token, complete ? Outcome.SIGNED : Outcome.NOT_SIGNED);
        };
    }

    @Bean
    JavaDelegate cancelAgreement(SigningDesk desk) {
        return token -> {
            desk.current(Route.application(token)).ifPresent(agreement -> desk.cancel(agreement.id(), Route.SYSTEM).orElseThrow());
            Route.leave(token, Outcome.NOT_SIGNED);
        };
    }
}
