package io.shouxin.workflow.limit;

import io.shouxin.adjustment.LimitChangeSuggested;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.SuggestionDesk;
import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.ReviewId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.rating.CustomerRated;
import io.shouxin.review.ReviewDesk;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.RouteVariables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings ratings to the desk that suggests changes of limits, and every suggestion before an officer, in the transaction in which it
 * was made. A rating given for a periodic review suggests nothing: that review decides about the limit itself.
 */
@Component
class SuggestedChanges {

    private final SuggestionDesk suggestions;
    private final ReviewDesk reviews;
    private final People people;
    private final MessageDesk messages;
    private final RuntimeService engine;
    private final OwnAuthority ownAuthority;

    SuggestedChanges(SuggestionDesk suggestions, ReviewDesk reviews, People people, MessageDesk messages, @Lazy RuntimeService engine,
                     OwnAuthority ownAuthority) {
        this.suggestions = suggestions;
        this.reviews = reviews;
        this.people = people;
        this.messages = messages;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(CustomerRated rated) {
        String subject = rated.rating().subject();
        if (!subject.startsWith("RV-") || reviews.find(new ReviewId(subject)).isEmpty()) {
            suggestions.afterRating(rated.rating());
        }
    }

    @EventListener
    void on(LimitChangeSuggested suggested) {
        LimitChangeView change = suggested.change();
        ownAuthority.of(() -> engine.createMessageCorrelation(LimitAdjustmentProcess.MESSAGE_CHANGE_SUGGESTED)
                .processInstanceBusinessKey(change.id().value())
                .setVariable(RouteVariables.LIMIT_CHANGE_ID, change.id().value())
                .setVariable(RouteVariables.CUSTOMER_ID, change.customer().value())
                .correlateStartMessage());
        people.inRole(Role.ANALYST).forEach(analyst -> messages.send(analyst.id(), change.id() + "/suggested", change.id().value(),
                "LIMIT_CHANGE_SUGGESTED"));
    }
}
