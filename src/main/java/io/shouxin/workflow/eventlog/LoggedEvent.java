package io.shouxin.workflow.eventlog;

import java.time.Instant;

/**
 * One line of the log.
 *
 * @param resource who did it; empty where the log does not tell
 */
record LoggedEvent(LoggedActivity activity, Transition transition, Instant at, String resource) {

    /** The user under which the log's own system acts: it submits applications and declines or cancels without a person. */
    private static final String SYSTEM = "112";

    /** What happened to the activity. */
    enum Transition {
        SCHEDULE, START, COMPLETE
    }

    boolean bySystem() {
        return resource.equals(SYSTEM);
    }

    /** A work item was put on somebody's desk, or a state was reached; working on it afterwards is no further step of the route. */
    boolean opens() {
        return transition == (activity.isWork() ? Transition.SCHEDULE : Transition.COMPLETE);
    }
}
