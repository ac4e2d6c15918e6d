package io.shouxin.workflow.approval;

import io.shouxin.approval.CaseStalled;
import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.notification.MessageDesk;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the head office's risk directors and process administrators, once, that a case can't be decided as its people stand (无法形成决议). */
@Component
class StalledCases {

    private static final Set<Role> TOLD = Set.of(Role.RISK_DIRECTOR, Role.ADMINISTRATOR);

    private final MessageDesk messages;
    private final People people;

    StalledCases(MessageDesk messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    @EventListener
    void on(CaseStalled stalled) {
        people.all().stream().filter(Person::headOffice).filter(person -> TOLD.stream().anyMatch(person::is)).forEach(person -> messages.send(person.id(),
                stalled.id() + "/stalled", stalled.subject(), "APPROVAL_STALLED", Map.of("tier", "tier." + stalled.tier(), "reason", "actReason." + stalled.reason())));
    }
}
