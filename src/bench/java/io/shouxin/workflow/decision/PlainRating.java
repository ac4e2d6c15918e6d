package io.shouxin.workflow.decision;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole rating on statements, versions 2026.1, as somebody would write it in Java: knock-out rules, scorecard, grade. */
final class PlainRating {

    private static final Set<String> EXCLUDED = Set.of("J", "S", "T");
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final BigDecimal NINETY = new BigDecimal("90");
    private static final BigDecimal HALF_A_YEAR = new BigDecimal("180");
    private static final BigDecimal INSOLVENT = new BigDecimal("1.2");
    private static final BigDecimal ADULT = new BigDecimal("18");
    private static final List<BigDecimal> BOUNDS = List.of(new BigDecimal("85"), new BigDecimal("70"), new BigDecimal("55"), new BigDecimal("40"));
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "FAIR", "WATCH", "POOR");
    private static final List<BigDecimal> PD = List.of(new BigDecimal("0.004"), new BigDecimal("0.012"), new BigDecimal("0.035"),
            new BigDecimal("0.1"), new BigDecimal("0.3"));

    private PlainRating() {
    }

    static Rated rate(Map<String, Object> exclusion, Map<String, Object> facts) {
        List<String> reasons = new ArrayList<>();
        hit(reasons, Boolean.TRUE.equals(exclusion.get("blocked")), "BLOCKED_CUSTOMER");
        hit(reasons, "YES".equals(exclusion.get("dishonestDebtor")), "DISHONEST_DEBTOR");
        hit(reasons, "YES".equals(exclusion.get("defaulted")), "DEFAULT_RECORDED");
        hit(reasons, above(exclusion.get("currentOverdueDays"), NINETY), "OVERDUE_OVER_90_DAYS");
        hit(reasons, above(exclusion.get("maxDaysPastDue24m"), HALF_A_YEAR), "SEVERE_PAST_OVERDUE");
        hit(reasons, atLeast(exclusion.get("negativeEquityYears"), TWO), "NEGATIVE_EQUITY_TWO_YEARS");
        hit(reasons, atLeast(exclusion.get("assetLiabilityRatio"), INSOLVENT), "INSOLVENT");
        hit(reasons, exclusion.get("netSales12m") instanceof BigDecimal sales && sales.signum() <= 0, "NO_SALES");
        hit(reasons, EXCLUDED.contains(exclusion.get("industrySection")), "INDUSTRY_EXCLUDED");
        hit(reasons, exclusion.get("ageYears") instanceof BigDecimal age && age.compareTo(ADULT) < 0, "UNDER_AGE");
        if (!reasons.isEmpty()) {
            return new Rated(reasons, List.of(), BigDecimal.ZERO, "POOR", PD.get(4));
        }
        List<MatchedRow> rows = PlainScorecard.rows(facts);
        BigDecimal score = BigDecimal.ZERO;
        for (MatchedRow row : rows) {
            score = score.add(row.number("points"));
        }
        int step = 0;
        while (step < BOUNDS.size() && score.compareTo(BOUNDS.get(step)) < 0) {
            step++;
        }
        return new Rated(reasons, rows, score, GRADES.get(step), PD.get(step));
    }

    private static void hit(List<String> reasons, boolean holds, String reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private static boolean above(Object value, BigDecimal bound) {
        return value instanceof BigDecimal number && number.compareTo(bound) > 0;
    }

    private static boolean atLeast(Object value, BigDecimal bound) {
        return value instanceof BigDecimal number && number.compareTo(bound) >= 0;
    }

    record Rated(List<String> reasons, List<MatchedRow> rows, BigDecimal score, String grade, BigDecimal pd) {
    }
}
