package io.shouxin.workflow.monitoring;

import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.monitoring.BreachCaseView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestStatus;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.TestDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.monitoring.CovenantTestProcess.Outcome;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The automatic steps of covenant tests: notices and tests that are due, the end of the grace, and the case of a breach. */
@Configuration(proxyBeanMethods = false)
class CovenantSteps {

    @Bean
    JavaDelegate openDueTests(CovenantBook book, @Lazy RuntimeService engine) {
        return token -> {
            book.notice();
            book.openDue().forEach(due -> engine.createMessageCorrelation(CovenantTestProcess.MESSAGE_TEST_DUE).processInstanceBusinessKey(due.id())
                    .setVariable(RouteVariables.APPLICATION_ID, due.covenant().application().value())
                    .setVariable(RouteVariables.CUSTOMER_ID, due.covenant().customer().value())
                    .setVariable(RouteVariables.COVENANT_TEST_ID, due.id())
                    .setVariable(RouteVariables.GRACE_ENDS_AT, endOf(due.days().graceEndsOn()))
                    .correlateStartMessage());
        };
    }

    @Bean
    JavaDelegate concludeTest(TestDesk desk) {
        return token -> Route.leave(token, outcome(desk.conclude(Route.covenantTest(token)).status()));
    }

    @Bean
    JavaDelegate reopenTest(TestDesk desk) {
        return token -> {
            CovenantTestView test = desk.reopen(Route.covenantTest(token));
            token.getProcessInstance().setVariable(RouteVariables.GRACE_ENDS_AT, endOf(test.days().graceEndsOn()));
        };
    }

    @Bean
    JavaDelegate openBreachCase(BreachDesk breaches, MessageDesk messages, People people) {
        return token -> {
            Optional<List<BreachCaseView>> opened = breaches.covenantBreached(Route.covenantTest(token));
            opened.ifPresent(cases -> cases.forEach(each -> tell(each, messages, people)));
            Route.leave(token, opened.isPresent() ? Outcome.CASE_OPENED : Outcome.WAIVER_PROPOSED);
        };
    }

    /** Whoever manages the account and whoever approves hears of the case, once for each of its causes. */
    static void tell(BreachCaseView breach, MessageDesk messages, People people) {
        Stream.of(Role.RELATIONSHIP_MANAGER, Role.CREDIT_MANAGER).flatMap(role -> people.inRole(role).stream()).distinct().forEach(person ->
                messages.send(person.id(), breach.id() + "/" + breach.causes().size(), breach.application().value(), "BREACH_CASE_OPENED",
                        Map.of("case", breach.id(), "proposal", "breachProposal." + breach.proposal())));
    }

    static Outcome outcome(CovenantTestStatus status) {
        return switch (status) {
            case MET -> Outcome.KEPT;
            case WAIVED -> Outcome.WAIVED;
            case DEFERRED -> Outcome.DEFERRED;
            case BREACHED, NOT_TESTABLE -> Outcome.BREACHED;
            default -> Outcome.SHORTFALL;
        };
    }

    /** The first moment after that day. */
    static Date endOf(LocalDate day) {
        return Date.from(day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant());
    }
}
