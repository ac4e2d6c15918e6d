package io.shouxin.policy;

import io.shouxin.kernel.StoredFacts;
import io.shouxin.kernel.StoredRow;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the policies said about a case, as a receipt keeps it. */
@Component
class PolicyRows implements StoredFacts {

    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredRow> of(DecidedCase decided) {
        return StoredRow.select(jdbc, "policy_evaluation", List.of("evaluation_id"), "subject IN (?, ?) ORDER BY evaluation_id",
                List.of(decided.subject(), decided.decision()));
    }
}
