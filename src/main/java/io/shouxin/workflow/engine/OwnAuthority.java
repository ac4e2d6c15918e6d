package io.shouxin.workflow.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Engine work the bank does on its own authority, because a desk has already decided that the person may have it:
 * moving the token of a withdrawn application, telling which case a visible task is about.
 */
@Component
public class OwnAuthority {

    private final IdentityService identity;

    OwnAuthority(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    public <T> T of(Supplier<T> work) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}
