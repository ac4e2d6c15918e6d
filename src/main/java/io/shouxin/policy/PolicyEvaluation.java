package io.shouxin.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A line of the evaluation log: which version said what about whom, on which inputs.
 *
 * @param subject business number of what was decided on, e.g. {@code CA-2026-000123}
 * @param inputs  as they were given; numbers are exact decimals, days {@link java.time.LocalDate}
 */
public record PolicyEvaluation(String key, String version, String subject, Instant evaluatedAt, Map<String, Object> inputs,
                               List<MatchedRow> rows) {
}
