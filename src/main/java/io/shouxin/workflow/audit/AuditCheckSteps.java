package io.shouxin.workflow.audit;

import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.notification.MessageDesk;
import io.shouxin.receipt.AuditCheckView;
import io.shouxin.receipt.AuditChecks;
import io.shouxin.workflow.audit.AuditCheckProcess.Outcome;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the nightly check of the audit trail, and what its form does. */
@Configuration(proxyBeanMethods = false)
class AuditCheckSteps {

    @Bean
    JavaDelegate sealAuditTrail(AuditChecks checks) {
        return token -> checks.seal();
    }

    /** A finding is an alarm: it reaches those who watch, and stays a task until it is explained. */
    @Bean
    JavaDelegate checkAuditTrail(AuditChecks checks, MessageDesk messages, People people) {
        return token -> {
            AuditCheckView check = checks.check();
            token.setProcessBusinessKey(check.id());
            token.setVariable(RouteVariables.AUDIT_CHECK_ID, check.id());
            boolean intact = check.findings().isEmpty();
            if (!intact) {
                Stream.of(Role.AUDITOR, Role.RISK_DIRECTOR).flatMap(role -> people.inRole(role).stream()).distinct()
                        .forEach(person -> messages.send(person.id(), check.id(), check.id(), "AUDIT_TRAIL_CHANGED"));
            }
            Route.leave(token, intact ? Outcome.TRAIL_INTACT : Outcome.TRAIL_CHANGED);
        };
    }

    @Bean
    FormCommand explainFindings(AuditChecks checks) {
        return FormCommand.of(AuditCheckProcess.USER_EXPLAIN_FINDINGS, (submission, actor, token) ->
                checks.explain(Route.auditCheck(token), submission.as(Explanation.class).explanation(), actor).orElseThrow());
    }

    /** What came out. */
    record Explanation(String explanation) {
    }
}
