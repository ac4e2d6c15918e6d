package io.shouxin.workflow.review;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import io.shouxin.rating.Assessment;
import io.shouxin.review.NoNewerStatements;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.engine.FormCommand;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.review.PeriodicReviewProcess.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of the periodic review do when they are submitted. */
@Configuration(proxyBeanMethods = false)
class ReviewForms {

    @Bean
    FormCommand startReview(ReviewDesk desk, CustomerContacts contacts) {
        return FormCommand.of(PeriodicReviewProcess.START_REVIEW_BY_HAND, (submission, actor, token) -> {
            StartReview form = submission.as(StartReview.class);
            if (form.customerId() == null || form.customerId().isBlank()) {
                throw new RefusedException(Refusal.of("CUSTOMER_MISSING").at("customerId"));
            }
            ReviewView review = desk.open(new CustomerId(form.customerId()), ReviewTrigger.MANUAL, actor).orElseThrow();
            PersonId contact = contacts.of(review).orElse(actor);
            token.setProcessBusinessKey(review.reviewId().value());
            token.setVariable(RouteVariables.REVIEW_ID, review.reviewId().value());
            token.setVariable(RouteVariables.CUSTOMER_ID, review.customerId().value());
            token.setVariable(RouteVariables.APPLICANT_ID, contact.value());
        });
    }

    /** Statements are entered while the task is open; completing it hands them over, or says that there are none. */
    @Bean
    FormCommand supplyStatements(ReviewDesk desk) {
        return FormCommand.of(PeriodicReviewProcess.USER_SUPPLY_STATEMENTS, (submission, actor, token) -> {
            NoNewerStatements none = submission.as(SuppliedStatements.class).noNewerStatements();
            if (none == null) {
                desk.statementsFresh(Route.review(token), actor).orElseThrow();
                Route.leave(token, Outcome.STATEMENTS_SUPPLIED);
            } else {
                desk.withoutNewerStatements(Route.review(token), none, actor).orElseThrow();
                Route.leave(token, Outcome.NO_NEWER_STATEMENTS);
            }
        });
    }

    @Bean
    FormCommand assessReview(ReviewDesk desk) {
        return FormCommand.of(PeriodicReviewProcess.USER_ASSESS_REVIEW, (submission, actor, token) ->
                desk.rerate(Route.review(token), submission.as(ReviewAssessment.class).assessment(), actor).orElseThrow());
    }

    /** Whom to look at again. */
    record StartReview(String customerId) {
    }

    /** @param noNewerStatements null if newer ones are on file */
    record SuppliedStatements(NoNewerStatements noNewerStatements) {
    }

    /** The analyst's findings. */
    record ReviewAssessment(Assessment assessment) {
    }
}
