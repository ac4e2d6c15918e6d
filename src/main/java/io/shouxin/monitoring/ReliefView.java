package io.shouxin.monitoring;

import io.shouxin.kernel.BilingualText;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A request that a test be put off or waived.
 *
 * @param until    day to which it is to be put off; null for a waiver
 * @param askedBy  {@code system} when the policy for breaches proposed it
 * @param tier     lowest tier that could decide it, as the policy said then; null while undecided
 * @param decision the officer's reason
 */
public record ReliefView(String id, String test, ReliefKind kind, LocalDate until, BilingualText reason, String askedBy, Instant askedAt, ReliefStatus status, String tier,
                         String decidedBy, String decision, Instant decidedAt) {
}
