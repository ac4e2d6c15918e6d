package io.shouxin.policy;

import io.shouxin.kernel.PersonId;
import java.time.LocalDate;

/**
 * Command: put a new version of a policy in force.
 *
 * @param effectiveFrom first day it applies; after today, so that no case under way changes its rules
 * @param file          the table as DMN
 * @param source        where the numbers come from, e.g. a board resolution; at most 500 characters
 * @param draftId       number of the draft it comes from
 * @param replayId      number of the replay its approver saw
 * @param author        who wrote it; never the one who publishes
 */
public record PublishPolicy(String key, String version, LocalDate effectiveFrom, byte[] file, String source, String draftId,
                            String replayId, PersonId author) {
}
