package io.shouxin.workflow.contract;

import io.shouxin.contract.ConditionCheckStatus;
import io.shouxin.contract.ConditionCheckView;
import io.shouxin.contract.ConditionChecks;
import io.shouxin.identity.CaseEntities;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The automatic steps of the condition checks, and what their form does. */
@Configuration(proxyBeanMethods = false)
class ConditionCheckSteps {

    @Bean
    JavaDelegate openDueChecks(ConditionChecks checks, CaseEntities cases, @Lazy RuntimeService engine) {
        return token -> checks.openDue().forEach(due -> {
            cases.of(due.application().value()).ifPresent(entity -> cases.belongs(due.id(), due.customer(), entity));
            engine.createMessageCorrelation(ConditionCheckProcess.MESSAGE_CHECK_DUE).processInstanceBusinessKey(due.id())
                    .setVariable(RouteVariables.APPLICATION_ID, due.application().value())
                    .setVariable(RouteVariables.CUSTOMER_ID, due.customer().value())
                    .setVariable(RouteVariables.CONDITION_CHECK_ID, due.id())
                    .correlateStartMessage();
        });
    }

    @Bean
    FormCommand checkCondition(ConditionChecks checks, BreachDesk breaches, MessageDesk messages, People people) {
        return FormCommand.of(ConditionCheckProcess.USER_CHECK_CONDITION, (submission, actor, token) -> {
            Finding form = submission.as(Finding.class);
            if (form.met() == null) {
                throw new RefusedException(Refusal.of("VERDICT_MISSING").at("met"));
            }
            DocumentId evidence = form.evidence() == null || form.evidence().isBlank() ? null : new DocumentId(form.evidence());
            ConditionCheckView check = checks.record(Route.conditionCheck(token), form.met(), evidence, form.remark(), actor).orElseThrow();
            if (check.status() == ConditionCheckStatus.BROKEN) {
                breaches.conditionBroken(check);
                people.inRole(Role.CREDIT_MANAGER).forEach(manager ->
                        messages.send(manager.id(), check.id() + "/broken", check.application().value(), "CONDITION_BROKEN"));
            }
        });
    }

    /** What was found. */
    record Finding(Boolean met, String evidence, String remark) {
    }
}
