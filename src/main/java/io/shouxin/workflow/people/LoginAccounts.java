package io.shouxin.workflow.people;

import io.shouxin.identity.People;
import io.shouxin.identity.Role;
import io.shouxin.kernel.PersonId;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens login accounts: the engine keeps name, password and groups; the register of people keeps role and firm. */
@Component
public class LoginAccounts {

    private final IdentityService identity;
    private final People people;

    LoginAccounts(IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /** Opens the account unless it exists; an existing password is never changed. */
    @Transactional
    public void open(PersonId id, String displayName, String password, Set<Role> roles) {
        if (identity.createUserQuery().userId(id.value()).count() == 0) {
            User user = identity.newUser(id.value());
            // The web applications show first and last name; a Chinese name stands whole in the last name.
            user.setFirstName("");
            user.setLastName(displayName);
            user.setPassword(password);
            identity.saveUser(user);
            roles.forEach(role -> identity.createMembership(id.value(), role.groupId()));
        }
        people.enter(id, displayName, roles);
    }

    public boolean exists(PersonId id) {
        return identity.createUserQuery().userId(id.value()).count() > 0;
    }
}
