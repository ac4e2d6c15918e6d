package io.shouxin.workflow.contract;

import io.shouxin.contract.AgreementStatus;
import io.shouxin.contract.AgreementView;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.SigningDesk;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.contract.ContractSigningProcess.Outcome;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.room.GuarantorRoom;
import java.util.List;
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
            boolean standard = agreement.status() == AgreementStatus.READY_TO_SIGN;
            messages.send(Route.applicant(token), agreement.id() + "/drawn-up", Route.application(token).value(),
                    standard ? "AGREEMENT_READY_TO_SIGN" : "AGREEMENT_UNDER_REVIEW");
            Route.leave(token, standard ? Outcome.STANDARD : Outcome.NON_STANDARD);
        };
    }

    @Bean
    JavaDelegate checkSignatures(SigningDesk desk) {
        return token -> {
            AgreementView agreement = desk.current(Route.application(token)).orElseThrow();
            Route.leave(token, agreement.waitsForProviders() ? Outcome.GUARANTORS_TO_SIGN
                    : agreement.hasPaperToConfirm() ? Outcome.PAPER_TO_CONFIRM : Outcome.ALL_SIGNED);
        };
    }

    @Bean
    JavaDelegate confirmSigning(SigningDesk desk, FacilityBook facilities) {
        return token -> {
            // Told to whoever signs last or fulfils the last condition: the activation comes after the save point, where nobody would read it.
            List<Refusal> against = facilities.againstActivation(Route.application(token));
            if (!against.isEmpty()) {
                throw new RefusedException(against);
            }
            AgreementView agreement = desk.current(Route.application(token)).orElseThrow();
            boolean complete = agreement.status() == AgreementStatus.SIGNED && agreement.conditionsFulfilled();
            Route.leave(token, complete ? Outcome.SIGNED : Outcome.NOT_SIGNED);
        };
    }

    @Bean
    JavaDelegate cancelAgreement(SigningDesk desk, MessageDesk messages, GuarantorRoom guarantors, BusinessClock clock) {
        return token -> {
            AgreementView agreement = desk.current(Route.application(token)).orElseThrow();
            boolean waiting = agreement.status() == AgreementStatus.READY_TO_SIGN
                    || agreement.status() == AgreementStatus.SIGNED_BY_CUSTOMER && agreement.waitsForProviders();
            boolean late = waiting && !clock.today().isBefore(agreement.signBy());
            if (late) {
                desk.expire(agreement.id(), Route.SYSTEM).orElseThrow();
                messages.send(Route.applicant(token), agreement.id() + "/expired", Route.application(token).value(),
                        agreement.signedByCustomer() ? "GUARANTOR_EXPIRED" : "AGREEMENT_EXPIRED");
                guarantors.tellOfExpiry(agreement);
            } else {
                // One that was refused or returned stays so; it says who ended it.
                desk.cancel(agreement.id(), Route.SYSTEM).orElseThrow();
            }
            Route.leave(token, Outcome.NOT_SIGNED);
        };
    }
}
