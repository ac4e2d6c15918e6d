package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param firm the customer a {@link Role#APPLICANT} acts for; empty for the bank's own people, and for an applicant
 *             whose firm is not registered yet
 */
public record Person(PersonId id, String displayName, Set<Role> roles, Optional<CustomerId> firm) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Works for the bank, in any role. */
    public boolean isOfficer() {
        return roles.stream().anyMatch(role -> role != Role.APPLICANT);
    }
}
