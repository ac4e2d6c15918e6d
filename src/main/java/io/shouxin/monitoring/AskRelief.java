package io.shouxin.monitoring;

import java.time.LocalDate;

/**
 * @param until day of the later test; null for a waiver
 */
public record AskRelief(ReliefKind kind, LocalDate until, String reason) {
}
