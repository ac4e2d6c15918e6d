package io.shouxin.workflow.limit;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionForm;
import io.shouxin.adjustment.ExceptionStatus;
import io.shouxin.adjustment.RequestException;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.limit.TemporaryExceptionProcess.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the temporary exception do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class ExceptionForms {

    @Bean
    FormCommand requestException(ExceptionDesk desk, PaperOfCustomer papers) {
        return FormCommand.of(TemporaryExceptionProcess.START_REQUEST_EXCEPTION, (submission, actor, token) -> {
            TemporaryExceptionView exception = desk.request(checked(submission.as(ExceptionForm.class), papers), actor).orElseThrow();
            token.setProcessBusinessKey(exception.id().value());
            token.setVariable(RouteVariables.EXCEPTION_ID, exception.id().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, exception.customer().value());
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
        });
    }

    @Bean
    FormCommand amendException(ExceptionDesk desk, PaperOfCustomer papers) {
        return FormCommand.of(TemporaryExceptionProcess.USER_AMEND_EXCEPTION, (submission, actor, token) -> {
            AmendForm form = submission.as(AmendForm.class);
            if (form.withdrawn()) {
                desk.drop(Route.exception(token), ExceptionStatus.WITHDRAWN, actor).orElseThrow();
                Route.leave(token, Outcome.WITHDRAWN);
                return;
            }
            if (form.exception() == null) {
                throw new RefusedException(Refusal.of("EXCEPTION_AMOUNT").at("extra"));
            }
            desk.amend(Route.exception(token), checked(form.exception(), papers), actor).orElseThrow();
            Route.leave(token, Outcome.RESUBMITTED);
        });
    }

    private static RequestException checked(ExceptionForm form, PaperOfCustomer papers) {
        RequestException asked = form.command();
        papers.check(asked.customer(), asked.document());
        return asked;
    }

    /** @param withdrawn it is taken back; then nothing else counts */
    record AmendForm(boolean withdrawn, ExceptionForm exception) {
    }
}
