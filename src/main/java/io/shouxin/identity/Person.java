package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param firm       the customer a {@link Role#APPLICANT} acts for; empty for the bank's own people, and for an applicant
 *                   whose firm is not registered yet
 * @param entity     granting entity an officer works for; says nothing of an applicant
 * @param headOffice works for the head office, whose people see the cases of all entities
 * @param groupView  may see what other entities granted, with amounts (集团视图); the head office always may
 */
public record Person(PersonId id, String displayName, Set<Role> roles, Optional<CustomerId> firm, EntityCode entity, boolean headOffice,
                     boolean groupView) {

    private static final Set<Role> CREDIT_WORK = Set.of(Role.RELATIONSHIP_MANAGER, Role.ANALYST, Role.LEGAL, Role.CREDIT_MANAGER,
            Role.SENIOR_CREDIT_MANAGER, Role.RISK_DIRECTOR);

    public Person {
        roles = Set.copyOf(roles);
        groupView = groupView || headOffice;
    }

    /** Somebody of the head office, or an applicant. */
    public Person(PersonId id, String displayName, Set<Role> roles, Optional<CustomerId> firm) {
        this(id, displayName, roles, firm, EntityCode.HEAD_OFFICE, true, true);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Works for the bank, in any role. */
    public boolean isOfficer() {
        return roles.stream().anyMatch(role -> role != Role.APPLICANT);
    }

    /** An officer who works on credits; neither auditor nor administrator as such. */
    public boolean worksOnCredits() {
        return roles.stream().anyMatch(CREDIT_WORK::contains);
    }
}
