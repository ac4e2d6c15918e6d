package io.shouxin.workflow.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps what is refused out of the log of faults: the engine's REST API writes a warning and 170 lines of stack for a form with a wrong
 * amount, and a real fault would drown in them. What else goes wrong there is written as before.
 */
@Component
class RefusalInTheLog extends TurboFilter implements DisposableBean {

    /** The engine's logger of what its REST API could not do. */
    static final String OF_THE_ENGINE = "org.camunda.bpm.engine.rest.exception";

    private final LoggerContext log = LoggerFactory.getILoggerFactory() instanceof LoggerContext logback ? logback : null;

    RefusalInTheLog() {
        if (log != null) {
            start();
            log.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
        return logger.getName().equals(OF_THE_ENGINE) && !RefusalSeen.refusals().isEmpty() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    @Override
    public void destroy() {
        if (log != null) {
            log.getTurboFilterList().remove(this);
            stop();
        }
    }
}
