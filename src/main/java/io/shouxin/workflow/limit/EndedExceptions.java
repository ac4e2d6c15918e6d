package io.shouxin.workflow.limit;

import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.adjustment.SuggestionDesk;
import io.shouxin.contract.FacilityBook;
import io.shouxin.contract.FacilityStatus;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.notification.MessageDesk;
import io.shouxin.origination.ApplicationDesk;
import io.shouxin.origination.ApplicationView;
import io.shouxin.policyexception.PolicyException;
import io.shouxin.policyexception.PolicyExceptionEnded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows when a policy exception ended, in the transaction in which it did: whoever looks after the customer is told what has to be
 * fulfilled now; where a facility is live and it is not, a change of the limit is suggested, or a review where no limit gives ground for one.
 */
@Component
class EndedExceptions {

    private final SuggestionDesk suggestions;
    private final FacilityBook facilities;
    private final ApplicationDesk applications;
    private final People people;
    private final MessageDesk messages;

    EndedExceptions(SuggestionDesk suggestions, FacilityBook facilities, ApplicationDesk applications, People people, MessageDesk messages) {
        this.suggestions = suggestions;
        this.facilities = facilities;
        this.applications = applications;
        this.people = people;
        this.messages = messages;
    }

    @EventListener
    void on(PolicyExceptionEnded ended) {
        PolicyException exception = ended.exception();
        ApplicationView application = applications.find(exception.application()).orElseThrow();
        tell(managers(application), exception, exception.fulfilled() ? "POLICY_EXCEPTION_FULFILLED" : "POLICY_EXCEPTION_" + exception.status());
        boolean live = facilities.of(exception.application()).stream()
                .anyMatch(facility -> facility.status() == FacilityStatus.ACTIVE || facility.status() == FacilityStatus.SUSPENDED);
        if (live && !exception.fulfilled()) {
            Optional<LimitChangeView> suggested = suggestions.afterException(exception.customer(), exception.id().value(), exception.rule().labelKey());
            if (suggested.isEmpty()) {
                tell(people.inRole(Role.ANALYST).stream().filter(analyst -> analyst.entity().equals(exception.entity())).toList(), exception,
                        "POLICY_EXCEPTION_REVIEW");
            }
        }
    }

    private void tell(List<Person> persons, PolicyException exception, String code) {
        persons.forEach(person -> messages.send(person.id(), exception.id() + "/" + code, exception.application().value(), code,
                Map.of("exception", exception.id().value(), "rule", exception.rule().labelKey(), "compensation", "compensation." + exception.compensation())));
    }

    /** Who opened the case for the customer; else the relationship managers of its granting entity. */
    private List<Person> managers(ApplicationView application) {
        Optional<Person> opener = people.find(application.openedBy()).filter(person -> person.is(Role.RELATIONSHIP_MANAGER));
        return opener.map(List::of).orElseGet(() -> people.inRole(Role.RELATIONSHIP_MANAGER).stream()
                .filter(person -> person.entity().equals(application.entity())).toList());
    }
}
