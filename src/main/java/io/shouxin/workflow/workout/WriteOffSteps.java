package io.shouxin.workflow.workout;

import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.Route;
import io.shouxin.workflow.workout.WriteOffProcess.Outcome;
import io.shouxin.workout.WriteOffDesk;
import io.shouxin.workout.WriteOffStatus;
import io.shouxin.workout.WriteOffView;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automatic steps of a write-off. Who proposed it hears of every turn. */
@Configuration(proxyBeanMethods = false)
class WriteOffSteps {

    @Bean
    JavaDelegate bookWriteOff(WriteOffDesk desk, MessageDesk messages) {
        return token -> {
            WriteOffView booked = desk.book(Route.writeOff(token), Route.SYSTEM).orElseThrow();
            Route.leave(token, booked.status() == WriteOffStatus.WRITTEN_OFF ? Outcome.WRITTEN_OFF : Outcome.NO_LONGER_FITS);
            tell(messages, booked);
        };
    }

    @Bean
    JavaDelegate dropWriteOff(WriteOffDesk desk, MessageDesk messages) {
        return token -> {
            boolean takenBack = Outcome.WITHDRAWN.name().equals(Route.outcome(token));
            WriteOffView dropped = desk.drop(Route.writeOff(token), takenBack ? WriteOffStatus.WITHDRAWN : WriteOffStatus.REFUSED, Route.SYSTEM).orElseThrow();
            if (!takenBack) {
                tell(messages, dropped);
            }
        };
    }

    private static void tell(MessageDesk messages, WriteOffView writeOff) {
        messages.send(writeOff.proposedBy(), writeOff.id() + "/" + writeOff.attempt() + "/" + writeOff.status(), writeOff.id().value(),
                "WRITE_OFF_" + writeOff.status());
    }
}
