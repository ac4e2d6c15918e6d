package io.shouxin.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a policy said about one set of inputs.
 *
 * @param key     the policy, e.g. {@code approval-authority}
 * @param version the version that was in force, e.g. {@code 2026.1}
 * @param rows    the rows that held, in table order; may be empty
 */
public record PolicyDecision(String key, String version, List<MatchedRow> rows) {

    public PolicyDecision {
        rows = List.copyOf(rows);
    }

    public Optional<MatchedRow> first() {
        return rows.stream().findFirst();
    }

    /** The one row that held. For tables in which exactly one must: none or several throw {@link IllegalStateException}. */
    public MatchedRow only() {
        if (rows.size() != 1) {
            throw new IllegalStateException("policy " + key + " " + version + " answered with " + rows.size() + " rows where one is needed");
        }
        return rows.get(0);
    }
}
