package io.shouxin.workflow.limit;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionStatus;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.notification.MessageDesk;
import io.shouxin.policyexception.PolicyExceptionCourse;
import io.shouxin.workflow.approval.ApprovalStanding;
import io.shouxin.workflow.approval.ApprovalSubject;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.engine.RouteVariables;
import io.shouxin.workflow.limit.TemporaryExceptionProcess.Outcome;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of a temporary exception. Who asked for it hears of every turn. */
@Configuration(proxyBeanMethods = false)
class ExceptionSteps {

    @Bean
    JavaDelegate allowException(ExceptionDesk desk, MessageDesk messages, ApprovalStanding standing) {
        return token -> {
            desk.find(Route.exception(token)).ifPresent(asked -> standing.require(ApprovalSubject.EXCEPTION, asked.id().value(), asked.sha256()));
            TemporaryExceptionView exception = desk.allow(Route.exception(token), Route.SYSTEM).orElseThrow();
            token.setVariable(RouteVariables.EXCEPTION_ENDS_AT, Date.from(exception.until().plusDays(1).atTime(LocalTime.MIDNIGHT)
                    .atZone(BusinessClock.ZONE).toInstant()));
            Route.leave(token, exception.status() == ExceptionStatus.IN_FORCE ? Outcome.IN_FORCE : Outcome.NO_LONGER_FITS);
            ExceptionNews.tell(messages, exception);
        };
    }

    @Bean
    JavaDelegate expireException(ExceptionDesk desk, MessageDesk messages) {
        return token -> ExceptionNews.tell(messages, desk.expire(Route.exception(token), Route.SYSTEM).orElseThrow());
    }

    @Bean
    JavaDelegate dropException(ExceptionDesk desk, MessageDesk messages) {
        return token -> {
            boolean takenBack = Outcome.WITHDRAWN.name().equals(Route.outcome(token));
            TemporaryExceptionView exception = desk.drop(Route.exception(token), takenBack ? ExceptionStatus.WITHDRAWN : ExceptionStatus.REFUSED,
                    Route.SYSTEM).orElseThrow();
            if (!takenBack) {
                ExceptionNews.tell(messages, exception);
            }
        };
    }

    /** Policy exceptions end on their day too, in the same sweep. */
    @Bean
    JavaDelegate endPolicyExceptions(PolicyExceptionCourse course) {
        return token -> course.endOverdue();
    }

    @Bean
    JavaDelegate sweepExceptions(ExceptionDesk desk) {
        return token -> desk.endOverdue(Route.SYSTEM);
    }
}
