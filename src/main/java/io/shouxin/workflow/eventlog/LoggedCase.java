package io.shouxin.workflow.eventlog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * One application of the log.
 *
 * @param amount  asked for, in the log's currency (euro)
 * @param outcome as the file of cases tells it, the same as the events
 * @param events  in the order of the log, at least one
 */
record LoggedCase(String id, BigDecimal amount, LoggedOutcome outcome, List<LoggedEvent> events) {

    LoggedCase {
        events = List.copyOf(events);
    }

    /** From the first event to the last. */
    Duration duration() {
        return Duration.between(events.get(0).at(), events.get(events.size() - 1).at());
    }
}
