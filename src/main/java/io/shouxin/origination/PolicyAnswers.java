package io.shouxin.origination;

import io.shouxin.policy.PolicyDecision;
import java.util.Map;

/** What policies answer: those of a case, or a set that is tried on it. */
@FunctionalInterface
interface PolicyAnswers {

    PolicyDecision of(String key, Map<String, ?> inputs);
}
