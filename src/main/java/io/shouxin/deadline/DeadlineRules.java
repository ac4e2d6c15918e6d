package io.shouxin.deadline;

import io.shouxin.identity.Role;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyNotInForce;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks policy {@code task-deadlines}. */
@Component
public class DeadlineRules {

    public static final String POLICY = "task-deadlines";
    private static final String OTHER = "OTHER";

    private final PolicyBook policies;

    DeadlineRules(PolicyBook policies) {
        this.policies = policies;
    }

    /**
     * @param task name of the task, e.g. {@code verify-documents}; one the table doesn't list is asked as any other
     * @param role whose task it is
     * @return empty where the policy has no row, or on a day before its first version
     */
    public Optional<DeadlineRule> of(String task, Role role, LocalDate day) {
        try {
            boolean listed = policies.inputs(POLICY, day).stream().filter(input -> input.name().equals("task"))
                    .anyMatch(input -> input.allowed().contains(task));
            List<MatchedRow> rows = policies.evaluate(POLICY, day, Map.of("task", listed ? task : OTHER, "role", role)).rows();
            return rows.stream().findFirst().map(DeadlineRules::rule);
        } catch (PolicyNotInForce before) {
            return Optional.empty();
        }
    }

    private static DeadlineRule rule(MatchedRow row) {
        return new DeadlineRule(row.whole("workingDays"), row.whole("remindBefore"), row.whole("escalateAfter"),
                Role.valueOf(row.text("escalateTo")), row.whole("claimWithin"), Role.valueOf(row.text("overseer")), row.text("reasonCode"));
    }
}
