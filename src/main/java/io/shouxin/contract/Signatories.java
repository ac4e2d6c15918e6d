package io.shouxin.contract;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.CustomerId;
import java.util.Set;

/** Who may speak and sign for whom. */
final class Signatories {

    private static final Set<Role> BANK = Set.of(Role.LEGAL, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);

    private Signatories() {
    }

    /** The customer's own person, or the relationship manager who writes down what the customer said. */
    static boolean speaksFor(Person person, CustomerId customer) {
        return actsFor(person, customer) || person.is(Role.RELATIONSHIP_MANAGER);
    }

    static boolean actsFor(Person person, CustomerId customer) {
        return person.firm().filter(customer::equals).isPresent();
    }

    static boolean signsForBank(Person person) {
        return person.roles().stream().anyMatch(BANK::contains);
    }
}
