package io.shouxin.monitoring;

import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import java.util.List;
import java.util.Set;

/** Who works on credits, and who may grant relief. */
final class Officers {

    private static final Set<Role> OFFICERS = Set.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.LEGAL, Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER,
            Role.RISK_DIRECTOR);
    /** Lowest first. */
    private static final List<Role> TIERS = List.of(Role.CREDIT_MANAGER, Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);

    private Officers() {
    }

    static boolean workOnCredits(Person person) {
        return person.roles().stream().anyMatch(OFFICERS::contains);
    }

    /** Holds that tier or a higher one. */
    static boolean hold(Person person, Role least) {
        return TIERS.subList(TIERS.indexOf(least), TIERS.size()).stream().anyMatch(person::is);
    }
}
