package io.shouxin.workflow.eventlog;

import io.shouxin.origination.ApplicationStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How a case ended in the log, and which of our endings are the same. */
enum LoggedOutcome {
    APPROVED(LoggedActivity.A_APPROVED),
    DECLINED(LoggedActivity.A_DECLINED),
    /** Taken back or refused by the customer, or run out of time; the log does not tell these apart. */
    CANCELLED(LoggedActivity.A_CANCELLED),
    /** Not ended where the log ends. */
    OPEN(null);

    private static final Map<ApplicationStatus, LoggedOutcome> ENDINGS = Map.of(ApplicationStatus.ACTIVE, APPROVED,
            ApplicationStatus.DECLINED, DECLINED, ApplicationStatus.WITHDRAWN, CANCELLED, ApplicationStatus.LAPSED, CANCELLED,
            ApplicationStatus.OFFER_EXPIRED, CANCELLED, ApplicationStatus.REFUSED_BY_CUSTOMER, CANCELLED);

    private final LoggedActivity end;

    LoggedOutcome(LoggedActivity end) {
        this.end = end;
    }

    /** The ending our application has reached, in the log's words. */
    static LoggedOutcome of(ApplicationStatus status) {
        return ENDINGS.getOrDefault(status, OPEN);
    }

    /** The ending an activity stands for; empty while the case goes on. */
    static Optional<LoggedOutcome> endedBy(LoggedActivity activity) {
        return Arrays.stream(values()).filter(outcome -> outcome.end == activity).findFirst();
    }
}
