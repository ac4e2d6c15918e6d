package io.shouxin.workflow.policyexception;

import io.shouxin.identity.Access;
import io.shouxin.kernel.PolicyExceptionId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.policyexception.ExceptionRenewal;
import io.shouxin.policyexception.ExceptionRenewalDesk;
import io.shouxin.policyexception.ExceptionRenewalStatus;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.policyexception.ExceptionRenewalProcess.Outcome;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the renewal by vote do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class ExceptionRenewalForms {

    @Bean
    FormCommand askRenewal(ExceptionRenewalDesk desk, Access access) {
        return FormCommand.of(ExceptionRenewalProcess.START_ASK_RENEWAL, (submission, actor, token) -> {
            Asked form = submission.as(Asked.class);
            ExceptionRenewal asked = desk.ask(form.visible(access), form.until(), form.reason(), actor).orElseThrow();
            token.setProcessBusinessKey(asked.id().value());
            token.setVariable(RouteVariables.RENEWAL_ID, asked.id().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, asked.customer().value());
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
        });
    }

    @Bean
    FormCommand amendRenewal(ExceptionRenewalDesk desk) {
        return FormCommand.of(ExceptionRenewalProcess.USER_AMEND_RENEWAL, (submission, actor, token) -> {
            Amended form = submission.as(Amended.class);
            if (form.withdrawn()) {
                desk.drop(Route.renewal(token), ExceptionRenewalStatus.WITHDRAWN, actor).orElseThrow();
                Route.leave(token, Outcome.WITHDRAWN);
                return;
            }
            desk.amend(Route.renewal(token), form.until(), form.reason(), actor).orElseThrow();
            Route.leave(token, Outcome.RESUBMITTED);
        });
    }

    /** What an officer asks for. @param until new last day */
    record Asked(String exceptionId, LocalDate until, String reason) {

        /** An exception of a case he does not see is as unknown to him as one that doesn't exist. */
        PolicyExceptionId visible(Access access) {
            try {
                PolicyExceptionId exception = new PolicyExceptionId(exceptionId == null ? "" : exceptionId.strip());
                access.officerOfCase(exception.value());
                return exception;
            } catch (IllegalArgumentException | Access.NotVisible unknown) {
                throw new RefusedException(Refusal.of("POLICY_EXCEPTION_UNKNOWN").at("exceptionId").with("exception", exceptionId == null ? "" : exceptionId));
            }
        }
    }

    /** @param withdrawn it is taken back; then nothing else counts */
    record Amended(boolean withdrawn, LocalDate until, String reason) {
    }
}
