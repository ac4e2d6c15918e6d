package io.shouxin.workflow.review;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.RefusedException;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.monitoring.EarlyReviewAsked;
import io.shouxin.review.ReviewDesk;
import io.shouxin.review.ReviewTrigger;
import io.shouxin.review.ReviewView;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Route;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the early review a breach asks for, in the transaction of its case; of a customer under review already that review looks at it too. */
@Component
class BreachReviews {

    private final ReviewDesk reviews;
    private final BreachDesk breaches;
    private final CustomerContacts contacts;
    private final RuntimeService engine;
    private final OwnAuthority ownAuthority;

    BreachReviews(ReviewDesk reviews, BreachDesk breaches, CustomerContacts contacts, @Lazy RuntimeService engine, OwnAuthority ownAuthority) {
        this.reviews = reviews;
        this.breaches = breaches;
        this.contacts = contacts;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(EarlyReviewAsked asked) {
        Outcome<ReviewView> opened = reviews.open(asked.breach().customer(), ReviewTrigger.BREACH, Route.SYSTEM);
        if (opened.isDone()) {
            ReviewView review = opened.orElseThrow();
            ownAuthority.of(() -> {
                ReviewSteps.start(engine, contacts, review);
                return review;
            });
        }
        String number = opened.isDone() ? opened.orElseThrow().reviewId().value() : underWay(opened);
        breaches.reviewedBy(asked.breach().id(), number);
    }

    /** Number of the review that is under way; any other refusal is thrown. */
    private static String underWay(Outcome<ReviewView> refused) {
        return refused.refusals().stream().filter(refusal -> refusal.code().equals("REVIEW_ALREADY_OPEN")).findFirst()
                .map(refusal -> refusal.arguments().get("reviewId")).orElseThrow(() -> new RefusedException(refused.refusals()));
    }
}
