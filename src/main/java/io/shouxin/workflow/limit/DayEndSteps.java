package io.shouxin.workflow.limit;

import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.limit.DayEnd;
import io.shouxin.limit.ReconciliationView;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.limit.LimitDayEndProcess.Outcome;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the day's end, and what its form does. */
@Configuration(proxyBeanMethods = false)
class DayEndSteps {

    @Bean
    JavaDelegate endWhatIsOver(DayEnd dayEnd) {
        return token -> dayEnd.endWhatIsOver();
    }

    @Bean
    JavaDelegate revalueForeignAccounts(DayEnd dayEnd) {
        return token -> dayEnd.revalue();
    }

    /** A difference is an alarm: it reaches those who watch, and stays a task until it is explained. */
    @Bean
    JavaDelegate reconcileLedger(DayEnd dayEnd, MessageDesk messages, People people) {
        return token -> {
            ReconciliationView reconciliation = dayEnd.reconcile();
            token.setProcessBusinessKey(reconciliation.id());
            token.setVariable(RouteVariables.RECONCILIATION_ID, reconciliation.id());
            boolean agrees = reconciliation.differences().isEmpty();
            if (!agrees) {
                Stream.of(Role.RISK_DIRECTOR, Role.AUDITOR, Role.ADMINISTRATOR).flatMap(role -> people.inRole(role).stream()).distinct()
                        .forEach(person -> messages.send(person.id(), reconciliation.id(), reconciliation.id(), "LEDGER_DIFFERS"));
            }
            Route.leave(token, agrees ? Outcome.LEDGER_AGREES : Outcome.LEDGER_DIFFERS);
        };
    }

    @Bean
    FormCommand explainDifferences(DayEnd dayEnd) {
        return FormCommand.of(LimitDayEndProcess.USER_EXPLAIN_DIFFERENCES, (submission, actor, token) ->
                dayEnd.explain(Route.reconciliation(token), submission.as(Explanation.class).explanation(), actor).orElseThrow());
    }

    /** What came out. */
    record Explanation(String explanation) {
    }
}
