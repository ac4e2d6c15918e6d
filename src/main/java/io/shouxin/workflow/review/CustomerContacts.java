package io.shouxin.workflow.review;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is asked when the bank needs something from a customer: his own user, else a relationship manager. */
@Component
class CustomerContacts {

    private final People people;

    CustomerContacts(People people) {
        this.people = people;
    }

    Optional<PersonId> of(CustomerId customer) {
        return people.of(customer).stream().map(Person::id).findFirst()
                .or(() -> people.inRole(Role.RELATIONSHIP_MANAGER).stream().map(Person::id).findFirst());
    }
}
