package io.shouxin.workflow.origination;

import static io.shouxin.workflow.origination.CreditApplicationProcess.START_APPLY;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_ANSWER_OFFER;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_ASSESS_QUALIFICATION;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_COMPLETE_APPLICATION;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_CONSIDER_COUNTER_OFFER;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_CONSIDER_EARLY_EXCEPTIONS;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_CONSIDER_EXCEPTIONS;
import static io.shouxin.workflow.origination.CreditApplicationProcess.USER_ENTER_DATA;

import io.shouxin.contract.AnswerOffer;
import io.shouxin.contract.Concession;
import io.shouxin.contract.CovenantConcession;
import io.shouxin.contract.OfferAnswer;
import io.shouxin.contract.OfferDesk;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.origination.AcknowledgeDuplicates;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationForm;
import io.shouxin.origination.ApplicationStages;
import io.shouxin.origination.ApplicationView;
import io.shouxin.origination.AssessmentVerdict;
import io.shouxin.origination.CovenantAmendment;
import io.shouxin.origination.OpenApplication;
import io.shouxin.origination.SecurityValuation;
import io.shouxin.policyexception.PolicyExceptionDesk;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.RatingReruns;
import io.shouxin.rating.RatingView;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.origination.CreditApplicationProcess.Outcome;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the credit application do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class ApplicationForms {

    @Bean
    FormCommand apply(ApplicationDesk desk) {
        return FormCommand.of(START_APPLY, (submission, actor, token) -> {
            ApplicationView opened = desk.open(submission.as(OpenApplication.class), actor).orElseThrow();
            if (!opened.entity().value().equals(token.getTenantId())) {
                throw new IllegalStateException(opened.applicationId() + " is of " + opened.entity() + ", its token of " + token.getTenantId());
            }
            token.setProcessBusinessKey(opened.applicationId().value());
            token.setVariable(RouteVariables.APPLICATION_ID, opened.applicationId().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, opened.customerId().value());
            token.setVariable(RouteVariables.APPLICANT_ID, opened.applicant().value());
            token.setVariable(RouteVariables.OPENED_BY, opened.openedBy().value());
        });
    }

    @Bean
    FormCommand completeApplication(ApplicationDesk desk) {
        return FormCommand.of(USER_COMPLETE_APPLICATION, (submission, actor, token) ->
                desk.submit(Route.application(token), submission.as(ApplicationForm.class), actor).orElseThrow());
    }

    /** Statements, invoices and credit report are entered while the task is open; completing it says that all is there. */
    @Bean
    FormCommand enterData() {
        return FormCommand.of(USER_ENTER_DATA, (submission, actor, token) -> submission.as(Nothing.class));
    }

    @Bean
    FormCommand assessQualification(ApplicationDesk desk) {
        return FormCommand.of(USER_ASSESS_QUALIFICATION, (submission, actor, token) -> {
            Qualification form = submission.as(Qualification.class);
            if (form.verdict() == null) {
                throw new RefusedException(Refusal.of("VERDICT_MISSING").at("verdict"));
            }
            desk.recordAssessment(Route.application(token), form.assessment(), form.verdict(), form.opinion(), form.security(),
                    form.covenants(), form.duplicates(), actor).orElseThrow();
            Route.leave(token, form.verdict());
        });
    }

    /** Exceptions are asked for while the task is open; completing it says whether papers are asked for all the same, or the case ends. */
    @Bean
    FormCommand considerEarlyExceptions(PolicyExceptionDesk exceptions, ApplicationStages stages) {
        return FormCommand.of(USER_CONSIDER_EARLY_EXCEPTIONS, (submission, actor, token) -> {
            if (goesOn(submission.as(Consideration.class), exceptions, Route.application(token))) {
                stages.moreDocumentsNeeded(Route.application(token), actor).orElseThrow();
                Route.leave(token, Outcome.EXCEPTION_ASKED);
            } else {
                Route.leave(token, Outcome.KNOCKED_OUT);
            }
        });
    }

    /** Exceptions are asked for while the task is open; completing it says whether the case is tried again with them or ends. */
    @Bean
    FormCommand considerExceptions(PolicyExceptionDesk exceptions, RatingReruns ratings) {
        return FormCommand.of(USER_CONSIDER_EXCEPTIONS, (submission, actor, token) -> {
            ApplicationId id = Route.application(token);
            if (goesOn(submission.as(Consideration.class), exceptions, id)) {
                Route.leave(token, Outcome.EXCEPTION_ASKED);
            } else {
                boolean knockedOut = ratings.newestFor(id.value()).filter(RatingView::knockedOut).isPresent();
                Route.leave(token, knockedOut ? Outcome.KNOCKED_OUT : Outcome.NO_LIMIT);
            }
        });
    }

    private static boolean goesOn(Consideration form, PolicyExceptionDesk exceptions, ApplicationId id) {
        if (form.verdict() == null) {
            throw new RefusedException(Refusal.of("VERDICT_MISSING").at("verdict"));
        }
        List<Refusal> missing = form.verdict() == ExceptionVerdict.GO_ON ? exceptions.missing(id) : List.of();
        if (!missing.isEmpty()) {
            throw new RefusedException(missing);
        }
        return form.verdict() == ExceptionVerdict.GO_ON;
    }

    @Bean
    FormCommand answerOffer(OfferDesk offers, ApplicationStages stages) {
        return FormCommand.of(USER_ANSWER_OFFER, (submission, actor, token) -> {
            Answer form = submission.as(Answer.class);
            if (form.answer() == null || form.offerId() == null) {
                throw new RefusedException(Refusal.of("ANSWER_MISSING").at("answer"));
            }
            offers.answer(new AnswerOffer(new OfferId(form.offerId()), form.answer(), form.remark()), actor).orElseThrow();
            switch (form.answer()) {
                case ACCEPT -> {
                    stages.offerAccepted(Route.application(token), actor).orElseThrow();
                    Route.leave(token, Outcome.ACCEPTED);
                }
                case COUNTER -> Route.leave(token, Outcome.COUNTERED);
                case REFUSE -> Route.leave(token, Outcome.REFUSED);
            }
        });
    }

    @Bean
    FormCommand considerCounterOffer(ApplicationStages stages, OfferDesk offers) {
        return FormCommand.of(USER_CONSIDER_COUNTER_OFFER, (submission, actor, token) -> {
            CounterOffer form = submission.as(CounterOffer.class);
            if (form.revise()) {
                stages.countered(Route.application(token), actor).orElseThrow();
            } else if (!form.concessions().isEmpty() || !form.covenants().isEmpty()) {
                offers.concede(offers.of(Route.application(token)).get(0).id(), form.concessions(), form.covenants(), actor).orElseThrow();
            }
            Route.leave(token, form.revise() ? Outcome.REVISE : Outcome.KEEP_TERMS);
        });
    }

    /** A form that says only "done". */
    public record Nothing() {
    }

    /** The analyst's findings, among them on the security, the covenants and what other entities grant, and verdict. */
    record Qualification(Assessment assessment, AssessmentVerdict verdict, String opinion, List<SecurityValuation> security, List<CovenantAmendment> covenants,
                         AcknowledgeDuplicates duplicates) {
    }

    /** What the analyst makes of a rule that ended the case. */
    record Consideration(ExceptionVerdict verdict) {
    }

    /** Whether the case is tried again with the exceptions asked for, or ends. */
    enum ExceptionVerdict { GO_ON, END }

    /** The customer's answer to an offer. */
    record Answer(String offerId, OfferAnswer answer, String remark) {
    }

    /** Whether the bank works out new terms, or repeats its offer with what it concedes inside the officer's authority. */
    record CounterOffer(boolean revise, List<Concession> concessions, List<CovenantConcession> covenants) {

        CounterOffer {
            concessions = concessions == null ? List.of() : concessions;
            covenants = covenants == null ? List.of() : covenants;
        }
    }
}
