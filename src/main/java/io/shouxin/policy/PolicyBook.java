package io.shouxin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * The bank's policies as decision tables: picks the version in force on a day, checks that every fact the table asks for
 * is there, lets the table answer and keeps the answer with its inputs for ever.
 */
@Service
public class PolicyBook {

    /**
     * Decides and keeps a line in the evaluation log, in the caller's transaction.
     *
     * @param asOf    day whose version applies; a case keeps the day it was opened, so it keeps its versions for life
     * @param inputs  exactly the table's inputs; numbers as {@link java.math.BigDecimal} or whole number types
     * @param subject business number of what is decided on
     * @throws PolicyInputMissing when a declared input is absent, or null where the table has no row for "unknown"
     * @throws PolicyInputUnknown when the table doesn't ask for a given input
     * @throws PolicyNotInForce   when no version is in force on that day
     */
    public PolicyDecision decide(String key, LocalDate asOf, Map<String, ?> inputs, String subject) {
        throw new UnsupportedOperationException();
    }

    /** The same answer without a line in the log: for previews and trial calculations. */
    public PolicyDecision evaluate(String key, LocalDate asOf, Map<String, ?> inputs) {
        throw new UnsupportedOperationException();
    }

    /** Everything decided about a subject, oldest first. */
    public List<PolicyEvaluation> evaluations(String subject) {
        throw new UnsupportedOperationException();
    }

    /** The version in force on that day. */
    public PolicyVersion inForce(String key, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    /** All published versions of a policy, future ones included, oldest first. */
    public List<PolicyVersion> versions(String key) {
        throw new UnsupportedOperationException();
    }
}
