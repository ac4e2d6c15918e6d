package io.shouxin.rating;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a scorecard answered, line by line, and the sum. Every characteristic, and the base, must have exactly one row: a
 * gap or an overlap in the bands is a fault of the table and no score comes of it.
 */
record ScoreSheet(List<ScoreLine> lines, BigDecimal score) {

    private static final String BASE = "base";
    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    /** @param inputs what the scorecard was asked; each name is also a characteristic */
    static ScoreSheet of(PolicyDecision decision, Map<String, Object> inputs) {
        List<ScoreLine> lines = decision.rows().stream().map(row -> line(row, inputs)).toList();
        Set<String> expected = new HashSet<>(inputs.keySet());
        expected.add(BASE);
        Set<String> scored = new HashSet<>();
        for (ScoreLine line : lines) {
            if (!expected.contains(line.characteristic()) || !scored.add(line.characteristic())) {
                throw new IllegalStateException(named(decision) + " has more than one row for " + line.characteristic());
            }
        }
        expected.removeAll(scored);
        if (!expected.isEmpty()) {
            throw new IllegalStateException(named(decision) + " has no row for " + expected);
        }
        BigDecimal score = lines.stream().map(ScoreLine::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (score.signum() < 0 || score.compareTo(FULL_SCORE) > 0) {
            throw new IllegalStateException(named(decision) + " gives a score outside 0 to 100: " + score);
        }
        return new ScoreSheet(lines, score.setScale(1, RoundingMode.HALF_UP));
    }

    private static ScoreLine line(MatchedRow row, Map<String, Object> inputs) {
        String characteristic = row.text("characteristic");
        return new ScoreLine(characteristic, FactText.of(inputs.get(characteristic)), row.number("points"), row.number("maxPoints"),
                row.text("reasonCode"), row.says("part") ? ScorePart.Kind.valueOf(row.text("part")) : null);
    }

    private static String named(PolicyDecision decision) {
        return "scorecard " + decision.key() + " " + decision.version();
    }
}
