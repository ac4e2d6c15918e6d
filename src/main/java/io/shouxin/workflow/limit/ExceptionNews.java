package io.shouxin.workflow.limit;

import io.shouxin.adjustment.ExceptionDesk;
import io.shouxin.adjustment.ExceptionEnded;
import io.shouxin.adjustment.TemporaryExceptionView;
import io.shouxin.notification.MessageDesk;
import io.shouxin.workflow.engine.OwnAuthority;
import io.shouxin.workflow.engine.Route;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When an exception was ended otherwise than by its timer, by an officer or by a sweep, takes its token on in the same transaction;
 * and sweeps once when the bank opens its doors, since a timer may have been due while they were shut.
 */
@Component
class ExceptionNews {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionNews.class);

    private final ExceptionDesk desk;
    private final MessageDesk messages;
    private final RuntimeService engine;
    private final OwnAuthority ownAuthority;

    ExceptionNews(ExceptionDesk desk, MessageDesk messages, @Lazy RuntimeService engine, OwnAuthority ownAuthority) {
        this.desk = desk;
        this.messages = messages;
        this.engine = engine;
        this.ownAuthority = ownAuthority;
    }

    @EventListener
    void on(ExceptionEnded ended) {
        ownAuthority.of(() -> engine.createMessageCorrelation(TemporaryExceptionProcess.MESSAGE_EXCEPTION_ENDED)
                .processInstanceBusinessKey(ended.exception().value()).correlateAllWithResult());
        tell(messages, desk.find(ended.exception()).orElseThrow());
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        try {
            desk.endOverdue(Route.SYSTEM);
        } catch (RuntimeException failed) {
            // Another node may be sweeping at this moment; the nightly sweep comes by in any case, and its failure is an incident.
            LOG.warn("Exceptions past their day were not swept at start", failed);
        }
    }

    /** Tells who asked for it how it stands, and once more if room is still in use after its end. */
    static void tell(MessageDesk messages, TemporaryExceptionView exception) {
        String key = exception.id() + "/" + exception.attempt() + "/" + exception.status();
        messages.send(exception.requestedBy(), key, exception.id().value(), "EXCEPTION_" + exception.status());
        if (exception.endedBy().isPresent() && exception.stillOut().isPositive()) {
            messages.send(exception.requestedBy(), key + "/still-out", exception.id().value(), "EXCEPTION_STILL_OUT");
        }
    }
}
