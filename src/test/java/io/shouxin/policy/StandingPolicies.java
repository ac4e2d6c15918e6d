package io.shouxin.policy;

import io.shouxin.workflow.decision.StandingTables;
import java.util.Map;

/** The published policies without database: decisions are made, but not logged. */
public final class StandingPolicies {

    private StandingPolicies() {
    }

    public static PolicyBook unlogged() {
        return new PolicyBook(PublishedPolicies.in("processes/policies"), StandingTables.compiled(), new EvaluationLog(null, null) {
            @Override
            void keep(PolicyDecision decision, Map<String, Object> inputs, String subject) {
            }
        });
    }
}
