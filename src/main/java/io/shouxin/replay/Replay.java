package io.shouxin.replay;

import io.shouxin.kernel.PersonId;
import java.time.Instant;

/**
 * A draft replayed (回溯试算): what it would have done to every past application and does to everybody rated now. It never changes.
 *
 * @param sha256 fingerprint of the very file that was replayed
 */
public record Replay(String replayId, String draftId, String sha256, PersonId by, Instant at, ReplayResult result) {
}
