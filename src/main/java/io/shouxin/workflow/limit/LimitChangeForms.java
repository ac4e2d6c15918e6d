package io.shouxin.workflow.limit;

import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeForm;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.RequestLimitChange;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.limit.LimitAdjustmentProcess.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the limit change do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class LimitChangeForms {

    @Bean
    FormCommand requestChange(LimitChangeDesk desk, PaperOfCustomer papers) {
        return FormCommand.of(LimitAdjustmentProcess.START_REQUEST_CHANGE, (submission, actor, token) -> {
            RequestLimitChange asked = checked(submission.as(LimitChangeForm.class), papers);
            LimitChangeView change = desk.propose(asked, actor).orElseThrow();
            token.setProcessBusinessKey(change.id().value());
            token.setVariable(RouteVariables.LIMIT_CHANGE_ID, change.id().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, change.customer().value());
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
            Route.leave(token, change.atOnce() ? Outcome.AT_ONCE : Outcome.AFTER_APPROVAL);
        });
    }

    @Bean
    FormCommand considerChange(LimitChangeDesk desk, PaperOfCustomer papers) {
        return FormCommand.of(LimitAdjustmentProcess.USER_CONSIDER_CHANGE, (submission, actor, token) -> {
            AmendForm form = submission.as(AmendForm.class);
            if (form.withdrawn()) {
                drop(desk, form, actor, token);
                return;
            }
            LimitChangeView change = amend(desk, papers, form, actor, token);
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
            Route.leave(token, change.atOnce() ? Outcome.AT_ONCE : Outcome.AFTER_APPROVAL);
        });
    }

    @Bean
    FormCommand amendChange(LimitChangeDesk desk, PaperOfCustomer papers) {
        return FormCommand.of(LimitAdjustmentProcess.USER_AMEND_CHANGE, (submission, actor, token) -> {
            AmendForm form = submission.as(AmendForm.class);
            if (form.withdrawn()) {
                drop(desk, form, actor, token);
                return;
            }
            amend(desk, papers, form, actor, token);
            Route.leave(token, Outcome.RESUBMITTED);
        });
    }

    private static LimitChangeView amend(LimitChangeDesk desk, PaperOfCustomer papers, AmendForm form, PersonId actor, DelegateExecution token) {
        if (form.change() == null) {
            throw new RefusedException(Refusal.of("CHANGE_KIND_MISSING").at("kind"));
        }
        return desk.amend(Route.limitChange(token), checked(form.change(), papers), actor).orElseThrow();
    }

    private static void drop(LimitChangeDesk desk, AmendForm form, PersonId actor, DelegateExecution token) {
        desk.drop(Route.limitChange(token), LimitChangeStatus.WITHDRAWN, form.remark(), actor).orElseThrow();
        Route.leave(token, Outcome.WITHDRAWN);
    }

    private static RequestLimitChange checked(LimitChangeForm form, PaperOfCustomer papers) {
        RequestLimitChange asked = form.command();
        papers.check(asked.customer(), asked.document());
        return asked;
    }

    /**
     * @param withdrawn it is taken back, or the suggestion is not taken up; then only the remark counts
     * @param remark    why
     */
    record AmendForm(boolean withdrawn, String remark, LimitChangeForm change) {
    }
}
