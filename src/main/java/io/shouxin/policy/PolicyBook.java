package io.shouxin.policy;

import io.shouxin.policy.DecisionTables.DeclaredInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bank's policies as decision tables: picks the version in force on a day, checks that every fact the table asks for
 * is there, lets the table answer and keeps the answer with its inputs for ever.
 */
@Service
public class PolicyBook {

    private static final String FOLDER = "processes/policies";

    private final PublishedPolicies published;
    private final DecisionTables tables;
    private final EvaluationLog log;
    private final Map<PolicyVersion, List<DeclaredInput>> declared = new ConcurrentHashMap<>();

    @Autowired
    PolicyBook(DecisionTables tables, EvaluationLog log) {
        this(PublishedPolicies.in(FOLDER), tables, log);
    }

    PolicyBook(PublishedPolicies published, DecisionTables tables, EvaluationLog log) {
        this.published = published;
        this.tables = tables;
        this.log = log;
    }

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
    @Transactional(noRollbackFor = {PolicyInputMissing.class, PolicyInputUnknown.class, PolicyNotInForce.class})
    public PolicyDecision decide(String key, LocalDate asOf, Map<String, ?> inputs, String subject) {
        if (subject == null || subject.isBlank()) {
            throw new IllegalArgumentException("policy " + key + " was asked about nothing");
        }
        PolicyVersion version = published.inForce(key, asOf);
        Map<String, Object> checked = PolicyQuestion.checked(key, declared(version), inputs);
        PolicyDecision decision = answer(version, checked);
        log.keep(decision, checked, subject);
        return decision;
    }

    /** The same answer without a line in the log: for previews and trial calculations. */
    public PolicyDecision evaluate(String key, LocalDate asOf, Map<String, ?> inputs) {
        PolicyVersion version = published.inForce(key, asOf);
        return answer(version, PolicyQuestion.checked(key, declared(version), inputs));
    }

    /** Everything decided about a subject, oldest first. */
    @Transactional(readOnly = true)
    public List<PolicyEvaluation> evaluations(String subject) {
        return log.of(subject);
    }

    /** The version in force on that day. */
    public PolicyVersion inForce(String key, LocalDate asOf) {
        return published.inForce(key, asOf);
    }

    /** All published versions of a policy, future ones included, oldest first. */
    public List<PolicyVersion> versions(String key) {
        return published.of(key);
    }

    /** What a policy asks for on that day, in column order. */
    public List<DeclaredInput> inputs(String key, LocalDate asOf) {
        return declared(published.inForce(key, asOf));
    }

    private List<DeclaredInput> declared(PolicyVersion version) {
        List<DeclaredInput> known = declared.get(version);
        return known != null ? known
                : declared.computeIfAbsent(version, missing -> tables.inputs(version.resource(), version.key()));
    }

    private PolicyDecision answer(PolicyVersion version, Map<String, Object> inputs) {
        return new PolicyDecision(version.key(), version.version(), tables.evaluate(version.resource(), version.key(), inputs));
    }
}
