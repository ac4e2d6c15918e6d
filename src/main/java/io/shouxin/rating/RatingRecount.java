package io.shouxin.rating;

import io.shouxin.kernel.Probability;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.PolicySet;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a set of tables makes of the facts a rating was given on: knock-out rules, scorecard, grade on the scale, as when it was
 * rated. Nothing is stored.
 *
 * @param knockOutReasons rules that exclude the customer; empty otherwise, and only then there are lines
 * @param score           0 to 100, one decimal
 */
public record RatingRecount(List<String> knockOutReasons, List<ScoreLine> lines, BigDecimal score, Grade grade, Probability pd) {

    private static final String KNOCK_OUT = "knock-out";
    private static final String GRADE_SCALE = "grade-scale";
    private static final BigDecimal NO_POINTS = new BigDecimal("0.0");

    public RatingRecount {
        knockOutReasons = List.copyOf(knockOutReasons);
        lines = List.copyOf(lines);
    }

    public boolean knockedOut() {
        return !knockOutReasons.isEmpty();
    }

    /**
     * @param rating its facts as stored, by its own scorecard
     * @throws io.shouxin.policy.PolicyInputMissing   when a table asks for a fact that was not stored
     * @throws io.shouxin.policy.PolicyVersionUnknown when the set lacks a table
     * @throws IllegalStateException                  when a table has a gap or an overlap for these facts
     */
    public static RatingRecount of(RatingView rating, PolicySet policies) {
        return of(rating.scorecard(), rating.inputs(), rating.evidence().excepted(), policies);
    }

    /** The same for facts that differ from what was stored. */
    static RatingRecount of(String scorecard, Map<String, String> facts, PolicySet policies) {
        return of(scorecard, facts, List.of(), policies);
    }

    /** The same where a policy exception set knock-out rules aside. @param excepted their reason codes */
    static RatingRecount of(String scorecard, Map<String, String> facts, List<String> excepted, PolicySet policies) {
        PolicyDecision knockOut = policies.evaluate(KNOCK_OUT, policies.typed(KNOCK_OUT, facts));
        List<String> holding = knockOut.rows().stream().map(row -> row.text("reasonCode")).distinct().filter(code -> !excepted.contains(code)).toList();
        if (!holding.isEmpty()) {
            return graded(holding, List.of(), NO_POINTS, policies);
        }
        Map<String, Object> inputs = policies.typed(scorecard, facts);
        ScoreSheet sheet = ScoreSheet.of(policies.evaluate(scorecard, inputs), inputs);
        return graded(List.of(), sheet.lines(), sheet.score(), policies);
    }

    private static RatingRecount graded(List<String> reasons, List<ScoreLine> lines, BigDecimal score, PolicySet policies) {
        MatchedRow step = policies.evaluate(GRADE_SCALE, Map.of("score", score)).only();
        return new RatingRecount(reasons, lines, score, Grade.valueOf(step.text("grade")), new Probability(step.number("pd")));
    }
}
