package io.shouxin.workflow.eventlog;

import io.shouxin.origination.ApplicationStatus;
import java.util.List;
import java.util.Optional;

/**
 * What became of a case that was replayed.
 *
 * @param status  where our application stands in the end; empty when not even one was opened
 * @param reasons closing reasons of the application, as its letter tells them
 * @param trouble why it did not go its route to the end, or which milestone of the log it missed; empty when all went as in the log
 */
record ReplayedCase(MappedCase mapped, String number, Optional<ApplicationStatus> status, List<String> reasons, String trouble) {

    /** Ended as in the log, every milestone of the log reached on the way. */
    boolean asInTheLog() {
        return sameEnding() && trouble.isEmpty();
    }

    boolean sameEnding() {
        return status.map(LoggedOutcome::of).filter(mapped.logged().outcome()::equals).isPresent();
    }
}
