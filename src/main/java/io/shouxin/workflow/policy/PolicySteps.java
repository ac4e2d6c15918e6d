package io.shouxin.workflow.policy;

import io.shouxin.kernel.RefusedException;
import io.shouxin.replay.DraftDesk;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.security.RefusalSeen;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic step of the policy publication. */
@Configuration(proxyBeanMethods = false)
class PolicySteps {

    /** In the transaction of the approval, so that the approver learns at once when somebody else has taken version or day. */
    @Bean
    JavaDelegate publishPolicy(DraftDesk desk) {
        return token -> {
            try {
                desk.publish(Route.draft(token)).orElseThrow();
            } catch (RefusedException refused) {
                RefusalSeen.note(refused.refusals());
                throw refused;
            }
        };
    }
}
