package io.shouxin.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a replay found, over past applications and over customers as they are rated now.
 *
 * @param gradeOrder grades, best first: rows and columns of the migration matrices
 * @param tierOrder  tiers, lowest authority first
 */
public record ReplayResult(String policy, String version, List<String> gradeOrder, List<String> tierOrder, Population applications,
                           Population customers) {

    public ReplayResult {
        gradeOrder = List.copyOf(gradeOrder);
        tierOrder = List.copyOf(tierOrder);
    }

    /**
     * One population.
     *
     * @param found       how many there are
     * @param replayed    how many could be replayed; only they are counted below
     * @param notReplayed reason to how many could not
     * @param migration   grade before (row) to grade after (column): how many
     * @param better      whose grade rises
     * @param worse       whose grade falls
     * @param limits      null for customers, whose limits stand until their next application or review
     * @param tiersBefore tier to applications that end there; empty for customers
     * @param exposure    sum lent under the tables as they were, in yuan: proposed limits, or limits held by customers
     * @param lossBefore  expected loss in one year on it: PD × LGD × exposure, in yuan
     * @param lossAfter   the same under the draft; for applications on the limits the draft would give
     */
    public record Population(int found, int replayed, Map<String, Integer> notReplayed, List<List<Integer>> migration, int better,
                             int worse, Limits limits, Map<String, Integer> tiersBefore, Map<String, Integer> tiersAfter,
                             BigDecimal exposure, BigDecimal exposureAfter, BigDecimal lossBefore, BigDecimal lossAfter) {
    }

    /**
     * Limits of the applications for which they could be worked out again, in yuan.
     *
     * @param counted      applications with a limit worked out anew that agrees with the one proposed
     * @param notRecounted applications whose proposal does not rest on the policies alone, or cannot be told again
     * @param lost         applications that would get none any more
     * @param gained       applications that would get one now
     */
    public record Limits(int counted, int notRecounted, int raised, int lowered, int lost, int gained, BigDecimal before, BigDecimal after,
                         BigDecimal raisedBy, BigDecimal loweredBy) {
    }
}
