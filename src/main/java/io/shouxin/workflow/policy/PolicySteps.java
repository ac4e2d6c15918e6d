package io.shouxin.workflow.policy;

import io.shouxin.kernel.RefusedException;
import io.shouxin.replay.DraftApproval;
import io.shouxin.replay.DraftDesk;
import io.shouxin.replay.DraftStatus;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.policy.PolicyPublicationProcess.Outcome;
import io.shouxin.workflow.security.RefusalSeen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of the policy publication. */
@Configuration(proxyBeanMethods = false)
class PolicySteps {

    @Bean
    JavaDelegate publishPolicy(DraftApproval approval, DraftDesk desk) {
        return token -> {
            String draft = Route.draft(token);
            if (desk.find(draft).filter(found -> found.status() == DraftStatus.APPROVED).isPresent()) {
                publishAsBefore(desk, draft, token);
                return;
            }
            DraftStatus now = approval.publish(draft).orElseThrow().status();
            Route.leave(token, now == DraftStatus.PUBLISHED ? Outcome.PUBLISHED : Outcome.NO_LONGER_FITS);
        };
    }

    /** Begun by the first version of the model: in the transaction of the approval, so that the approver learns at once what is taken. */
    private static void publishAsBefore(DraftDesk desk, String draft, DelegateExecution token) {
        try {
            desk.publish(draft).orElseThrow();
            Route.leave(token, Outcome.PUBLISHED);
        } catch (RefusedException refused) {
            RefusalSeen.note(refused.refusals());
            throw refused;
        }
    }

    @Bean
    JavaDelegate refuseDraft(DraftApproval approval) {
        return token -> approval.refuse(Route.draft(token)).orElseThrow();
    }

    @Bean
    JavaDelegate returnDraft(DraftApproval approval) {
        return token -> approval.giveBack(Route.draft(token)).orElseThrow();
    }
}
