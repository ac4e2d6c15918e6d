package io.shouxin.policy;

import io.shouxin.workflow.decision.StandingTables;
import io.shouxin.kernel.BusinessClock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** The published policies with their log in a database that has its table. */
    public static PolicyBook logged(DataSource database, BusinessClock clock) {
        return new PolicyBook(PublishedPolicies.in("processes/policies"), StandingTables.compiled(),
                new EvaluationLog(JdbcClient.create(database), clock));
    }
}
