package io.shouxin.workflow.review;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import io.shouxin.review.ReviewView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who is asked when the bank needs something from a customer: his own user, else a relationship manager of the review's granting entity. */
@Component
class CustomerContacts {

    private final People people;

    CustomerContacts(People people) {
        this.people = people;
    }

    Optional<PersonId> of(ReviewView review) {
        return people.of(review.customerId()).stream().map(Person::id).findFirst()
                .or(() -> people.inRole(Role.RELATIONSHIP_MANAGER).stream()
                        .filter(person -> person.entity().equals(review.entity())).map(Person::id).findFirst());
    }
}
