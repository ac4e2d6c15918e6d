package io.shouxin.workflow.eventlog;

import java.util.Map;
import java.util.Set;

/**
 * A case of the log, and the way we take it.
 *
 * @param milestones what the log shows, and how often
 */
record MappedCase(LoggedCase logged, LoggedRoute route, Set<RouteDifference> differences, Map<Milestone, Integer> milestones) {

    MappedCase {
        differences = Set.copyOf(differences);
        milestones = Map.copyOf(milestones);
    }
}
