package io.shouxin.workflow.decision;

import io.shouxin.policy.DecisionTables;

/** The decision engine standing alone, for tests of tables that need no application around them. */
public final class StandingTables {

    private StandingTables() {
    }

    public static DecisionTables compiled() {
        return new CompiledTables();
    }
}
