package io.shouxin.contract;

import java.time.Instant;

/**
 * A condition that must be met before a facility may be used (提款前提条件).
 *
 * @param evidence number of the document that proves it; null when a remark does
 */
public record ConditionPrecedent(String code, boolean fulfilled, String evidence, String remark, String fulfilledBy, Instant fulfilledAt) {
}
