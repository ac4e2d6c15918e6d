package io.shouxin.workflow.review;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.ReviewId;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.approval.ApprovalStanding;
import io.shouxin.workflow.approval.ApprovalSubject;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.review.PeriodicReviewProcess.Outcome;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The automatic steps of review calendar and periodic review. */
@Configuration(proxyBeanMethods = false)
class ReviewSteps {

    @Bean
    JavaDelegate startDueReviews(ReviewDesk desk, CustomerContacts contacts, @Lazy RuntimeService engine, BusinessClock clock) {
        return token -> desk.dueOn(clock.today()).forEach(due -> {
            // A customer under review already is left alone; the desk refuses a second one.
            desk.open(due.customerId(), ReviewTrigger.TIMER, Route.SYSTEM).whenDone(review -> start(engine, contacts, review));
        });
    }

    static void start(RuntimeService engine, CustomerContacts contacts, ReviewView review) {
        engine.createMessageCorrelation(PeriodicReviewProcess.MESSAGE_REVIEW_DUE)
                .processInstanceBusinessKey(review.reviewId().value())
                .setVariable(RouteVariables.REVIEW_ID, review.reviewId().value())
                .setVariable(RouteVariables.CUSTOMER_ID, review.customerId().value())
                .setVariable(RouteVariables.APPLICANT_ID, contacts.of(review).orElse(Route.SYSTEM).value())
                .correlateStartMessage();
    }

    @Bean
    JavaDelegate remindOfReview(MessageDesk messages, BusinessClock clock) {
        return token -> {
            ReviewId review = Route.review(token);
            messages.send(Route.applicant(token), review + "/statements/" + clock.today(), review.value(), "REVIEW_STATEMENTS_OUTSTANDING");
        };
    }

    @Bean
    JavaDelegate noteOverdueStatements() {
        return token -> Route.leave(token, Outcome.STATEMENTS_OVERDUE);
    }

    @Bean
    JavaDelegate rerateCustomer(ReviewDesk desk) {
        return token -> {
            boolean rated = desk.find(Route.review(token)).orElseThrow().ratingAfter().isPresent();
            Route.leave(token, rated ? Outcome.RATED : Outcome.FACTS_MISSING);
        };
    }

    @Bean
    JavaDelegate concludeReview(ReviewDesk desk) {
        return token -> desk.propose(Route.review(token), Route.SYSTEM).orElseThrow();
    }

    @Bean
    JavaDelegate applyConclusion(ReviewDesk desk, ApprovalStanding standing, BreachDesk breaches) {
        return token -> {
            desk.find(Route.review(token)).ifPresent(review -> standing.require(ApprovalSubject.REVIEW, review.reviewId().value(),
                    review.sha256().orElseThrow()));
            desk.apply(Route.review(token), Route.SYSTEM).orElseThrow();
            breaches.settled(Route.review(token).value(), "APPLIED");
        };
    }

    @Bean
    JavaDelegate keepLimit(ReviewDesk desk, BreachDesk breaches) {
        return token -> {
            desk.reject(Route.review(token), "CONCLUSION_NOT_APPROVED", Route.SYSTEM).orElseThrow();
            breaches.settled(Route.review(token).value(), "REJECTED");
        };
    }
}
