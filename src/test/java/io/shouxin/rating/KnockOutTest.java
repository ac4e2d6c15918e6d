package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyDecision;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnockOutTest {

    private static final PolicyBook POLICIES = StandingPolicies.unlogged();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate MASTER_SCALE = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "currentOverdueDays, 90, 91, OVERDUE_OVER_90_DAYS",
        "maxDaysPastDue24m, 180, 181, SEVERE_PAST_OVERDUE",
        "negativeEquityYears, 1, 2, NEGATIVE_EQUITY_TWO_YEARS",
        "assetLiabilityRatio, 1.199999, 1.2, INSOLVENT",
        "netSales12m, 0.01, 0, NO_SALES",
        "ageYears, 18, 17, UNDER_AGE"})
    void excludesFromTheBoundaryOnAndNotBefore(String fact, BigDecimal stillIn, BigDecimal out, String reason) {
        assertThat(reasons(fact, stillIn)).isEmpty();
        assertThat(reasons(fact, out)).containsExactly(reason);
    }

    @ParameterizedTest
    @CsvSource({"dishonestDebtor, NO, YES, DISHONEST_DEBTOR", "defaulted, NO, YES, DEFAULT_RECORDED",
        "industrySection, C, J, INDUSTRY_EXCLUDED", "industrySection, K, S, INDUSTRY_EXCLUDED", "industrySection, L, T, INDUSTRY_EXCLUDED"})
    void excludesByCode(String fact, String stillIn, String out, String reason) {
        assertThat(reasons(fact, stillIn)).isEmpty();
        assertThat(reasons(fact, out)).containsExactly(reason);
    }

    @Test
    void excludesABlockedCustomer() {
        assertThat(reasons("blocked", true)).containsExactly("BLOCKED_CUSTOMER");
    }

    @Test
    void excludesNobodyOnUnknownFacts() {
        assertThat(reasons("blocked", false)).isEmpty();
    }

    @Test
    void namesEveryReasonThatHolds() {
        Map<String, Object> facts = unknownFacts();
        facts.put("blocked", true);
        facts.put("currentOverdueDays", BigDecimal.valueOf(400));
        assertThat(reasons(facts)).containsExactly("BLOCKED_CUSTOMER", "OVERDUE_OVER_90_DAYS");
    }

    @ParameterizedTest
    @CsvSource({"100, EXCELLENT", "85, EXCELLENT", "84.9, GOOD", "70, GOOD", "69.9, FAIR", "55, FAIR", "54.9, WATCH", "40, WATCH",
        "39.9, POOR", "0, POOR"})
    void putsAScoreOnTheGradeScale(BigDecimal score, Grade grade) {
        assertThat(grade(score)).isEqualTo(grade);
    }

    /** Under the five grades and under the master scale of July 2026. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-06-30", "2026-07-01"})
    void hasOneGradeForEveryTenthOfAPointAndNeverALowerProbabilityForALowerScore(LocalDate day) {
        BigDecimal pdAbove = BigDecimal.ZERO;
        for (int tenths = 1000; tenths >= 0; tenths--) {
            BigDecimal pd = scale(BigDecimal.valueOf(tenths, 1), day).only().number("pd");
            assertThat(pd).isGreaterThanOrEqualTo(pdAbove);
            pdAbove = pd;
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "100.1"})
    void hasNoGradeOutsideTheScale(BigDecimal score) {
        assertThatThrownBy(() -> scale(score).only()).isInstanceOf(IllegalStateException.class);
    }

    private static Grade grade(BigDecimal score) {
        return Grade.valueOf(scale(score).only().text("grade"));
    }

    @Test
    void keepsTheFiveGradesAndDividesThemIntoFifteenMasterClasses() {
        Set<String> classes = new LinkedHashSet<>();
        for (int tenths = 1000; tenths >= 0; tenths--) {
            BigDecimal score = BigDecimal.valueOf(tenths, 1);
            MatchedRow step = scale(score, MASTER_SCALE).only();
            assertThat(step.text("grade")).as("%s", score).isEqualTo(scale(score, DAY).only().text("grade"));
            classes.add(step.text("masterClass"));
        }
        assertThat(classes).hasSize(15).startsWith("M01").endsWith("M15");
    }

    private static PolicyDecision scale(BigDecimal score) {
        return scale(score, DAY);
    }

    private static PolicyDecision scale(BigDecimal score, LocalDate day) {
        return POLICIES.evaluate("grade-scale", day, Map.of("score", score));
    }

    private static List<String> reasons(String fact, Object value) {
        Map<String, Object> facts = unknownFacts();
        facts.put(fact, value);
        return reasons(facts);
    }

    private static List<String> reasons(Map<String, Object> facts) {
        return POLICIES.evaluate("knock-out", DAY, facts).rows().stream().map(row -> row.text("reasonCode")).toList();
    }

    private static Map<String, Object> unknownFacts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("blocked", false);
        facts.put("dishonestDebtor", "UNKNOWN");
        facts.put("defaulted", "UNKNOWN");
        facts.put("industrySection", "UNKNOWN");
        for (String number : List.of("currentOverdueDays", "maxDaysPastDue24m", "negativeEquityYears", "assetLiabilityRatio",
                "netSales12m", "ageYears")) {
            facts.put(number, null);
        }
        return facts;
    }
}
