package io.shouxin.policy;

import java.time.LocalDate;

/**
 * One published version of a policy.
 *
 * @param effectiveFrom first day on which it is in force; it stays so until the day before the next version
 * @param sha256        fingerprint of the table's file, in lower-case hex
 * @param source        where the numbers come from: a regulation with its article, or the bank's own calibration
 * @param resource      place of the file on the classpath
 */
public record PolicyVersion(String key, String version, LocalDate effectiveFrom, String sha256, String source, String resource) {
}
