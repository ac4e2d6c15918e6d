package io.shouxin.origination;

import io.shouxin.identity.GrantingEntities;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Refusal;
import java.util.Optional;

/** Who may open and take back an application for whom: an applicant for his own firm, a relationship manager for any customer. */
final class OpeningRules {

    private OpeningRules() {
    }

    static boolean mayApply(Person person) {
        return person.is(Role.APPLICANT) || person.is(Role.RELATIONSHIP_MANAGER);
    }

    /** Whether this person acts for the customer on an application that lies with this entity. */
    static boolean mayActFor(Person person, CustomerId customer, EntityCode entity, GrantingEntities entities) {
        return person.is(Role.RELATIONSHIP_MANAGER) && entities.worksFor(person, entity)
                || person.is(Role.APPLICANT) && person.firm().filter(customer::equals).isPresent();
    }

    static Optional<Refusal> choiceRefusal(OpenApplication command, Person person) {
        boolean officer = person.is(Role.RELATIONSHIP_MANAGER);
        return switch (command.choice()) {
            case OWN -> person.firm().isEmpty() ? Optional.of(Refusal.of("NO_OWN_FIRM").at("choice")) : Optional.empty();
            case EXISTING -> {
                if (command.customer() == null) {
                    yield Optional.of(Refusal.of("FIELD_REQUIRED").at("customer"));
                }
                boolean own = person.firm().filter(command.customer()::equals).isPresent();
                yield officer || own ? Optional.empty() : Optional.of(Refusal.of("NOT_YOUR_FIRM").at("customer"));
            }
            case NEW -> {
                if (command.newCustomer() == null) {
                    yield Optional.of(Refusal.of("FIELD_REQUIRED").at("newCustomer.name"));
                }
                yield officer || person.firm().isEmpty() ? Optional.empty() : Optional.of(Refusal.of("HAS_OWN_FIRM").at("choice"));
            }
        };
    }
}
