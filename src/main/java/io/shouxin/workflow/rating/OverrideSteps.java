package io.shouxin.workflow.rating;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.OverrideId;
import io.shouxin.notification.MessageDesk;
import io.shouxin.rating.OverrideDesk;
import io.shouxin.rating.OverrideStatus;
import io.shouxin.rating.OverrideView;
import io.shouxin.workflow.approval.ApprovalStanding;
import io.shouxin.workflow.approval.ApprovalSubject;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.rating.RatingOverrideProcess.Outcome;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of a rating override. Who asked for it hears of every end. */
@Configuration(proxyBeanMethods = false)
class OverrideSteps {

    @Bean
    JavaDelegate bringOverrideIntoForce(OverrideDesk desk, MessageDesk messages, BusinessClock clock, ApprovalStanding standing) {
        return token -> {
            desk.find(Route.override(token)).ifPresent(asked -> standing.require(ApprovalSubject.OVERRIDE, asked.id().value(), asked.sha256()));
            OverrideView override = desk.bringIntoForce(Route.override(token), Route.SYSTEM).orElseThrow();
            // One that lapsed before it began has no day to wait for.
            token.setVariable(RouteVariables.OVERRIDE_EXPIRES_AT, Date.from(override.validUntil().map(day -> day.plusDays(1)
                    .atTime(LocalTime.MIDNIGHT).atZone(BusinessClock.ZONE).toInstant()).orElseGet(clock::instant)));
            tell(messages, override, "OVERRIDE_" + override.status());
        };
    }

    @Bean
    JavaDelegate expireOverride(OverrideDesk desk, MessageDesk messages) {
        return token -> {
            OverrideView override = desk.expire(Route.override(token), Route.SYSTEM).orElseThrow();
            tell(messages, override, "OVERRIDE_" + override.status());
        };
    }

    @Bean
    JavaDelegate dropOverride(OverrideDesk desk, MessageDesk messages) {
        return token -> {
            boolean takenBack = Outcome.WITHDRAWN.name().equals(Route.outcome(token));
            OverrideView override = desk.drop(Route.override(token), takenBack ? OverrideStatus.WITHDRAWN : OverrideStatus.REFUSED,
                    Route.SYSTEM).orElseThrow();
            if (!takenBack) {
                tell(messages, override, "OVERRIDE_REFUSED");
            }
        };
    }

    private static void tell(MessageDesk messages, OverrideView override, String code) {
        OverrideId id = override.id();
        messages.send(override.requestedBy(), id + "/" + override.status(), id.value(), code);
    }
}
