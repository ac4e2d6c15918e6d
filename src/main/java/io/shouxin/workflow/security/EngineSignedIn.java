package io.shouxin.workflow.security;

import io.shouxin.identity.People;
import io.shouxin.identity.Person;
import io.shouxin.identity.SignedIn;
import io.shouxin.kernel.PersonId;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The person on this thread is the one the engine was told about: by the webapps' session or by HTTP Basic. */
@Component
class EngineSignedIn implements SignedIn {

    private final IdentityService identity;
    private final People people;

    EngineSignedIn(@Lazy IdentityService identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    @Override
    public Optional<Person> person() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            return Optional.empty();
        }
        return people.find(new PersonId(authentication.getUserId()));
    }
}
