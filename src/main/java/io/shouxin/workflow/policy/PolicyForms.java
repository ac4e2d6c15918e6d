package io.shouxin.workflow.policy;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.DraftVerdict;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.policy.PolicyPublicationProcess.Outcome;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the policy publication do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class PolicyForms {

    private static final String DECIDE_OF_FIRST_VERSION = "user_decide-draft";

    @Bean
    FormCommand submitDraft(DraftDesk desk, People people) {
        return FormCommand.of(PolicyPublicationProcess.START_SUBMIT_DRAFT, (submission, actor, token) -> {
            if (people.find(actor).filter(Person::headOffice).isEmpty()) {
                throw new RefusedException(Refusal.of("NOT_HEAD_OFFICE"));
            }
            SubmitDraft form = submission.as(SubmitDraft.class);
            String draftId = desk.submit(form.draftId() == null ? "" : form.draftId(), form.effectiveFrom(), actor).orElseThrow().draftId();
            token.setProcessBusinessKey(draftId);
            token.setVariable(RouteVariables.DRAFT_ID, draftId);
            token.setVariable(RouteVariables.OPENED_BY, actor.value());
        });
    }

    /** For publications started by the first version of the model, whose second person had a task of its own; neither author nor submitter may claim it. */
    @Bean
    FormCommand decideDraft(DraftDesk desk) {
        return FormCommand.of(DECIDE_OF_FIRST_VERSION, (submission, actor, token) -> {
            Decision form = submission.as(Decision.class);
            desk.decide(Route.draft(token), form.verdict(), form.remark(), actor).orElseThrow();
            Route.leave(token, switch (form.verdict()) {
                case APPROVE -> Outcome.APPROVED.name();
                case RETURN -> Outcome.RETURNED.name();
                case REFUSE -> DraftVerdict.REFUSE.name();
            });
        }).barredTo((taker, token) -> desk.bar(Route.draft(token), taker));
    }

    @Bean
    FormCommand reviseDraft(DraftDesk desk) {
        return FormCommand.of(PolicyPublicationProcess.USER_REVISE_DRAFT, (submission, actor, token) -> {
            Revision form = submission.as(Revision.class);
            if (form.withdrawn()) {
                desk.withdraw(Route.draft(token), actor).orElseThrow();
            } else {
                desk.submit(Route.draft(token), form.effectiveFrom(), actor).orElseThrow();
            }
            Route.leave(token, form.withdrawn() ? Outcome.WITHDRAWN : Outcome.RESUBMITTED);
        });
    }

    /** Which draft, and from which day on. */
    record SubmitDraft(String draftId, LocalDate effectiveFrom) {
    }

    /** The second person's word. */
    record Decision(DraftVerdict verdict, String remark) {
    }

    /** @param effectiveFrom not needed when the draft is withdrawn */
    record Revision(boolean withdrawn, LocalDate effectiveFrom) {
    }
}
