package io.shouxin.approval;

import io.shouxin.identity.Person;
import io.shouxin.kernel.PersonId;
import java.util.Optional;

/**
 * Who acts, and for whom: a delegate acts for a named principal, and both are recorded (invariant A6).
 *
 * @param standsInFor the absent officer; empty for who acts in his own right
 */
record Actor(Person person, Optional<Person> standsInFor) {

    static Actor himself(Person person) {
        return new Actor(person, Optional.empty());
    }

    PersonId id() {
        return person.id();
    }

    Optional<PersonId> principal() {
        return standsInFor.map(Person::id);
    }

    /** Whose seat or place it is. */
    PersonId place() {
        return principal().orElse(id());
    }
}
