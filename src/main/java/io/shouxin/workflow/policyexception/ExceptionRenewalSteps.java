package io.shouxin.workflow.policyexception;

import io.shouxin.notification.MessageDesk;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.ExceptionRenewalStatus;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.policyexception.ExceptionRenewalProcess.Outcome;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of a renewal by vote. Who asked for it hears of every turn. */
@Configuration(proxyBeanMethods = false)
class ExceptionRenewalSteps {

    @Bean
    JavaDelegate renewException(ExceptionRenewalDesk desk, MessageDesk messages) {
        return token -> {
            ExceptionRenewal renewed = desk.renew(Route.renewal(token)).orElseThrow();
            Route.leave(token, renewed.status() == ExceptionRenewalStatus.RENEWED ? Outcome.RENEWED : Outcome.NO_LONGER_FITS);
            tell(messages, renewed);
        };
    }

    @Bean
    JavaDelegate dropRenewal(ExceptionRenewalDesk desk, MessageDesk messages) {
        return token -> {
            boolean takenBack = Outcome.WITHDRAWN.name().equals(Route.outcome(token));
            ExceptionRenewal dropped = desk.drop(Route.renewal(token), takenBack ? ExceptionRenewalStatus.WITHDRAWN : ExceptionRenewalStatus.REFUSED,
                    Route.SYSTEM).orElseThrow();
            if (!takenBack) {
                tell(messages, dropped);
            }
        };
    }

    private static void tell(MessageDesk messages, ExceptionRenewal renewal) {
        messages.send(renewal.askedBy(), renewal.id() + "/" + renewal.attempt() + "/" + renewal.status(), renewal.id().value(),
                "EXCEPTION_RENEWAL_" + renewal.status());
    }
}
