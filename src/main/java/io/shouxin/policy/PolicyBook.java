package io.shouxin.policy;

import io.shouxin.policy.PolicySet.Chosen;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final PublishedPolicies published;
    private final DecisionTables tables;
    private final EvaluationLog log;
    private final Map<PolicyVersion, PolicyTable> read = new ConcurrentHashMap<>();

    @Autowired
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
        PolicyTable table = table(version);
        Object[] asked = PolicyQuestion.asked(key, table.inputs(), inputs);
        PolicyDecision decision = new PolicyDecision(key, version.version(), table.evaluate(asked));
        log.keep(decision, PolicyQuestion.named(table.inputs(), asked), subject);
        return decision;
    }

    /** The same answer without a line in the log: for previews and trial calculations. */
    public PolicyDecision evaluate(String key, LocalDate asOf, Map<String, ?> inputs) {
        return evaluate(published.inForce(key, asOf), inputs);
    }

    /** What this very version says, whatever is in force by now. */
    public PolicyDecision evaluate(PolicyVersion version, Map<String, ?> inputs) {
        PolicyTable table = table(version);
        return new PolicyDecision(version.key(), version.version(),
                table.evaluate(PolicyQuestion.asked(version.key(), table.inputs(), inputs)));
    }

    /** The tables in force on a day. */
    public PolicySet on(LocalDate asOf) {
        return new PolicySet(key -> published.of(key).stream().filter(version -> !version.effectiveFrom().isAfter(asOf))
                .reduce((older, newer) -> newer).map(this::chosen));
    }

    /** The tables a past decision was made by. @param versions policy key to version, as stored with the decision */
    public PolicySet pinned(Map<String, String> versions) {
        return new PolicySet(key -> versions.containsKey(key)
                ? Optional.of(chosen(find(key, versions.get(key)).orElseThrow(() -> new PolicyVersionUnknown(key, versions.get(key)))))
                : Optional.empty());
    }

    /** Everything decided about a subject, oldest first; inputs have the types the table asks for. */
    @Transactional(readOnly = true)
    public List<PolicyEvaluation> evaluations(String subject) {
        return log.of(subject).stream().map(this::typed).toList();
    }

    /** The version in force on that day. */
    public PolicyVersion inForce(String key, LocalDate asOf) {
        return published.inForce(key, asOf);
    }

    /** All published versions of a policy, future ones included, oldest first. */
    public List<PolicyVersion> versions(String key) {
        return published.of(key);
    }

    /** Whether any version was in force on that day; before the first one the bank had no such policy. */
    public boolean knows(String key, LocalDate asOf) {
        return versions(key).stream().anyMatch(version -> !version.effectiveFrom().isAfter(asOf));
    }

    public Optional<PolicyVersion> find(String key, String version) {
        return published.find(key, version);
    }

    /** What a policy asks for on that day, in column order. */
    public List<DeclaredInput> inputs(String key, LocalDate asOf) {
        return table(published.inForce(key, asOf)).inputs();
    }

    /** A published table. */
    public PolicyTable table(PolicyVersion version) {
        PolicyTable known = read.get(version);
        return known != null ? known
                : read.computeIfAbsent(version, missing -> tables.read(version.key(), published.file(version)));
    }

    private Chosen chosen(PolicyVersion version) {
        return new Chosen(version.version(), table(version));
    }

    private PolicyEvaluation typed(PolicyEvaluation kept) {
        Optional<PolicyVersion> version = find(kept.key(), kept.version());
        if (version.isEmpty()) {
            return kept;
        }
        Map<String, Object> typed = new LinkedHashMap<>(kept.inputs());
        table(version.get()).inputs().forEach(input -> typed.computeIfPresent(input.name(), (name, value) -> PolicySet.typed(input, value)));
        return new PolicyEvaluation(kept.key(), kept.version(), kept.subject(), kept.evaluatedAt(), typed, kept.rows());
    }
}
