package io.shouxin.workflow.monitoring;

import io.shouxin.identity.People;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.monitoring.AskRelief;
import io.shouxin.monitoring.CovenantBook;
import io.shouxin.monitoring.CovenantTestStatus;
import io.shouxin.monitoring.CovenantTestView;
import io.shouxin.monitoring.RecordTest;
import io.shouxin.monitoring.ReliefDesk;
import io.shouxin.monitoring.TestDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.engine.Submission;
import io.shouxin.workflow.monitoring.CovenantTestProcess.Outcome;
import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of covenant tests do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class CovenantForms {

    @Bean
    FormCommand testCovenant(TestDesk desk, ReliefDesk reliefs, MessageDesk messages, People people) {
        return FormCommand.of(CovenantTestProcess.USER_TEST_COVENANT, (submission, actor, token) -> {
            TestForm form = submission.as(TestForm.class);
            String id = Route.covenantTest(token);
            if (form.relief() != null) {
                reliefs.ask(id, form.relief(), actor).orElseThrow();
                Route.leave(token, Outcome.RELIEF_ASKED);
                return;
            }
            DocumentId evidence = form.evidence() == null || form.evidence().isBlank() ? null : new DocumentId(form.evidence());
            CovenantTestView test = desk.record(id, new RecordTest(form.kept(), form.reported(), evidence, form.remark(), form.figuresHash()), actor).orElseThrow();
            if (test.status() == CovenantTestStatus.IN_GRACE) {
                people.of(test.covenant().customer()).forEach(person -> messages.send(person.id(), id + "/shortfall", test.covenant().application().value(), "COVENANT_SHORTFALL",
                        Map.of("covenant", "covenant." + test.terms().code(), "periodEnd", test.periodEnd().toString(), "graceEndsOn", test.days().graceEndsOn().toString())));
            }
            Route.leave(token, CovenantSteps.outcome(test.status()));
        });
    }

    @Bean
    FormCommand decideRelief(ReliefDesk reliefs, CovenantBook book) {
        return FormCommand.of(CovenantTestProcess.USER_DECIDE_RELIEF, (submission, actor, token) -> decide(submission, actor, token, reliefs, book));
    }

    @Bean
    FormCommand decideProposedWaiver(ReliefDesk reliefs, CovenantBook book) {
        return FormCommand.of(CovenantTestProcess.USER_DECIDE_PROPOSED_WAIVER, (submission, actor, token) -> decide(submission, actor, token, reliefs, book));
    }

    private static void decide(Submission submission, PersonId actor, DelegateExecution token, ReliefDesk reliefs, CovenantBook book) {
        ReliefForm form = submission.as(ReliefForm.class);
        if (form.granted() == null) {
            throw new RefusedException(Refusal.of("VERDICT_MISSING").at("granted"));
        }
        String id = Route.covenantTest(token);
        reliefs.decide(id, form.granted(), form.reason(), actor).orElseThrow();
        CovenantTestView test = book.test(id).orElseThrow();
        if (form.granted() && test.status() == CovenantTestStatus.DEFERRED) {
            token.getProcessInstance().setVariable(RouteVariables.DEFERRED_UNTIL, Date.from(test.days().testOn().atStartOfDay(BusinessClock.ZONE).toInstant()));
        }
        Route.leave(token, form.granted() ? CovenantSteps.outcome(test.status()) : Outcome.DENIED);
    }

    /** A result, or that relief is asked for instead. */
    record TestForm(Boolean kept, BigDecimal reported, String evidence, String remark, String figuresHash, AskRelief relief) {
    }

    /** The answer to a request for relief. */
    record ReliefForm(Boolean granted, String reason) {
    }
}
