package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks the policies of a case, leaves each answer in the evaluation log, and remembers which versions took part. */
final class CasePolicies implements PolicyAnswers {

    private final PolicyBook policies;
    private final LocalDate asOf;
    private final ApplicationId subject;
    private final SortedMap<String, String> versions = new TreeMap<>();

    CasePolicies(PolicyBook policies, LocalDate asOf, ApplicationId subject) {
        this.policies = policies;
        this.asOf = asOf;
        this.subject = subject;
    }

    @Override
    public PolicyDecision of(String key, Map<String, ?> inputs) {
        PolicyDecision decision = policies.decide(key, asOf, inputs, subject.value());
        versions.put(key, decision.version());
        return decision;
    }

    /** The same without a line in the log: what it says is frozen with the proposal itself. */
    PolicyDecision unlogged(String key, Map<String, ?> inputs) {
        PolicyDecision decision = policies.evaluate(key, asOf, inputs);
        versions.put(key, decision.version());
        return decision;
    }

    /** Whether the policy was in force when the case was submitted; a case of before does without. */
    boolean know(String key) {
        return policies.knows(key, asOf);
    }

    void tookPart(String key, String version) {
        versions.put(key, version);
    }

    /** Policy key to version, all that took part. */
    SortedMap<String, String> versions() {
        return versions;
    }
}
