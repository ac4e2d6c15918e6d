package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicySet;
import io.shouxin.policy.StandingPolicies;
import io.shouxin.rating.Improvement.Way;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would raise a grade is found by rating again; an individual's scorecard stands for all. */
class WhatIfTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Map<String, String> VERSIONS = Map.of("knock-out", "2026.1", "scorecard-individual", "2026.1", "grade-scale", "2026.1");

    private final PolicyBook policies = StandingPolicies.unlogged();
    private final PolicySet tables = policies.pinned(VERSIONS);

    @Test
    void everyImprovementIsWhatTheTablesSayOfTheBetterFact() {
        RatingView rating = rated(Map.of("overdueCount24m", "3", "home", "RENTED", "debtToIncome", "4"));
        RatingExpectations found = whatIf(rating);

        assertThat(found.improvements()).isNotEmpty().allSatisfy(each -> {
            RatingRecount again = RatingRecount.of(rating.scorecard(), changed(rating, each), tables);
            assertThat(again.score()).isEqualByComparingTo(each.scoreAfter()).isEqualByComparingTo(rating.score().add(each.pointsGained()));
            assertThat(again.grade()).isEqualTo(each.gradeAfter());
            assertThat(each.pointsGained()).isPositive();
        });
    }

    @Test
    void whatReachesABetterGradeComesFirstAndThenWhatGainsMost() {
        List<Improvement> found = whatIf(rated(Map.of("overdueCount24m", "3", "debtToIncome", "4"))).improvements();
        for (int i = 1; i < found.size(); i++) {
            Improvement before = found.get(i - 1);
            Improvement after = found.get(i);
            assertThat(before.gradeAfter()).isLessThanOrEqualTo(after.gradeAfter());
            if (before.gradeAfter() == after.gradeAfter()) {
                assertThat(before.pointsGained()).isGreaterThanOrEqualTo(after.pointsGained());
            }
        }
    }

    @Test
    void aFigureThatHasToFallIsToldTheNearestValueThatEarnsMost() {
        Improvement overdue = of(whatIf(rated(Map.of("overdueCount24m", "3"))), "overdueCount24m");
        assertThat(overdue.way()).isEqualTo(Way.LOWER);
        assertThat(new BigDecimal(overdue.targetText())).isLessThan(BigDecimal.ONE).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }

    @Test
    void theFewestStepsTogetherReachTheNextGrade() {
        RatingView rating = rated(Map.of("overdueCount24m", "3", "debtToIncome", "4", "home", "RENTED", "queries6m", "9"));
        RatingExpectations found = whatIf(rating);

        assertThat(found.gradeTogether()).hasValueSatisfying(grade -> assertThat(rating.grade().isWeakerThan(grade)).isTrue());
        assertThat(found.together()).isNotEmpty().allMatch(Improvement::byCustomer);
        Map<String, String> allButTheLast = new LinkedHashMap<>(rating.inputs());
        found.together().subList(0, found.together().size() - 1).forEach(each -> allButTheLast.put(each.characteristic(), each.targetText()));
        assertThat(RatingRecount.of(rating.scorecard(), allButTheLast, tables).grade()).isEqualTo(rating.grade());
    }

    @Test
    void whatTheCustomerCannotChangeIsNotAmongTheStepsAskedOfHim() {
        RatingView rating = rated(Map.of("industryOutlook", "WEAK", "overdueCount24m", "3"));
        RatingExpectations found = new WhatIf(rating, tables, code -> !code.equals("industryOutlook")).expectations();

        assertThat(of(found, "industryOutlook").byCustomer()).isFalse();
        assertThat(found.together()).extracting(Improvement::characteristic).doesNotContain("industryOutlook");
    }

    @Test
    void theBestGradeHasNothingToImprove() {
        RatingView rating = rated(Map.of("debtServiceRatio", "0", "yearlyIncome", "900000", "debtToIncome", "0", "netAssetsToIncome", "9",
                "yearsInOccupation", "20", "home", "OWNED", "industryOutlook", "STRONG", "siteVisit", "STRONG"));
        assertThat(rating.grade()).isEqualTo(Grade.EXCELLENT);
        assertThat(whatIf(rating).improvements()).isEmpty();
    }

    static Set<String> everyCharacteristic() {
        Set<String> all = new TreeSet<>();
        ScorecardTable.allScorecards().forEach(file -> ScorecardTable.read(file).columns().forEach(column -> all.add(column.name())));
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyCharacteristic")
    void everyCharacteristicOfEveryScorecardIsOneKindOfRisk(String characteristic) {
        MatchedRow kind = policies.evaluate("risk-points", TODAY, Map.of("characteristic", characteristic)).only();
        assertThat(RiskPoint.Type.valueOf(kind.text("riskType"))).isNotNull();
        assertThat(kind.text("measure")).isNotBlank();
    }

    private RatingExpectations whatIf(RatingView rating) {
        return new WhatIf(rating, tables, code -> true).expectations();
    }

    private static Improvement of(RatingExpectations found, String characteristic) {
        return found.improvements().stream().filter(each -> each.characteristic().equals(characteristic)).findFirst().orElseThrow();
    }

    private static Map<String, String> changed(RatingView rating, Improvement each) {
        Map<String, String> facts = new LinkedHashMap<>(rating.inputs());
        facts.put(each.characteristic(), each.targetText());
        return facts;
    }

    /** A middling person, but for what is given. */
    private RatingView rated(Map<String, String> given) {
        Map<String, String> facts = new LinkedHashMap<>(Map.ofEntries(Map.entry("blocked", "false"), Map.entry("dishonestDebtor", "NO"),
                Map.entry("defaulted", "NO"), Map.entry("currentOverdueDays", "0"), Map.entry("negativeEquityYears", ""),
                Map.entry("assetLiabilityRatio", ""), Map.entry("netSales12m", ""), Map.entry("industrySection", "C"), Map.entry("ageYears", "36"),
                Map.entry("debtServiceRatio", "0.4"), Map.entry("yearlyIncome", "240000"), Map.entry("debtToIncome", "1.5"),
                Map.entry("netAssetsToIncome", "4"), Map.entry("guaranteesToIncome", "0"), Map.entry("yearsInOccupation", "8"),
                Map.entry("home", "MORTGAGED"), Map.entry("overdueCount24m", "0"), Map.entry("maxDaysPastDue24m", "0"),
                Map.entry("queries6m", "2"), Map.entry("industryOutlook", "ADEQUATE"), Map.entry("siteVisit", "ADEQUATE")));
        facts.putAll(given);
        RatingRecount told = RatingRecount.of("scorecard-individual", facts, tables);
        return new RatingView(new RatingId("RT-2026-000001"), new CustomerId("C-2026-000001"), "CA-2026-000001", RatingBasis.INDIVIDUAL, false,
                told.score(), told.grade(), told.pd(), VERSIONS, told.lines(), List.of(), List.of(), facts, TODAY, Instant.EPOCH,
                new PersonId("analyst"), RatingEvidence.NONE, Optional.empty());
    }
}
