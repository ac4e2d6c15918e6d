package io.shouxin.workflow.limit;

import io.shouxin.adjustment.LimitChangeDesk;
import io.shouxin.adjustment.LimitChangeStatus;
import io.shouxin.adjustment.LimitChangeView;
import io.shouxin.monitoring.BreachDesk;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.approval.ApprovalStanding;
import io.shouxin.workflow.approval.ApprovalSubject;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.limit.LimitAdjustmentProcess.Outcome;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of a limit change. Who proposed it hears of every turn. */
@Configuration(proxyBeanMethods = false)
class LimitChangeSteps {

    @Bean
    JavaDelegate applyChangeAtOnce(LimitChangeDesk desk, MessageDesk messages) {
        return token -> {
            LimitChangeView change = desk.applyAtOnce(Route.limitChange(token), Route.SYSTEM).orElseThrow();
            if (change.status() == LimitChangeStatus.IN_EFFECT) {
                tell(messages, change);
            }
        };
    }

    @Bean
    JavaDelegate applyChange(LimitChangeDesk desk, MessageDesk messages, ApprovalStanding standing, BreachDesk breaches) {
        return token -> {
            desk.find(Route.limitChange(token)).ifPresent(proposed -> standing.require(ApprovalSubject.LIMIT_CHANGE, proposed.id().value(),
                    proposed.sha256().orElseThrow()));
            LimitChangeView change = desk.apply(Route.limitChange(token), Route.SYSTEM).orElseThrow();
            if (change.status() == LimitChangeStatus.APPLIED) {
                breaches.settled(change.id().value(), change.status().name());
            }
            Route.leave(token, change.status() == LimitChangeStatus.APPLIED ? Outcome.APPLIED : Outcome.NO_LONGER_FITS);
            tell(messages, change);
        };
    }

    @Bean
    JavaDelegate dropChange(LimitChangeDesk desk, MessageDesk messages, BreachDesk breaches) {
        return token -> {
            boolean takenBack = Outcome.WITHDRAWN.name().equals(Route.outcome(token));
            LimitChangeView dropped = desk.drop(Route.limitChange(token), takenBack ? LimitChangeStatus.WITHDRAWN : LimitChangeStatus.REFUSED, null,
                    Route.SYSTEM).orElseThrow();
            breaches.settled(dropped.id().value(), dropped.status().name());
            tell(messages, dropped);
        };
    }

    private static void tell(MessageDesk messages, LimitChangeView change) {
        if (!change.requestedBy().equals(Route.SYSTEM)) {
            messages.send(change.requestedBy(), change.id() + "/" + change.attempt() + "/" + change.status(), change.id().value(),
                    "LIMIT_CHANGE_" + change.status());
        }
    }
}
