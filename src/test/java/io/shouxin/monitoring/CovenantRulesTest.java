package io.shouxin.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.origination.Covenant;
import io.shouxin.origination.CovenantBound;
import io.shouxin.origination.CovenantFrequency;
import io.shouxin.origination.CovenantKind;
import io.shouxin.origination.CovenantStep;
import io.shouxin.origination.CovenantUnit;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds, steps, periods, days and results of covenant tests, and the tables for relief and breaches. */
class CovenantRulesTest {

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 2.000000, 2, true,  0,        0",
        "AT_LEAST, 1.999999, 2, false, -0.000001, 0.000001",
        "ABOVE,    2.000000, 2, false, 0,        0",
        "ABOVE,    2.000001, 2, true,  0.000001, 0",
        "AT_MOST,  0.700000, 0.7, true,  0,      0",
        "AT_MOST,  0.700001, 0.7, false, -0.000001, 0.000001",
        "AT_MOST,  0.84,     0.7, false, -0.14,  0.200000",
        "BELOW,    0.700000, 0.7, false, 0,      0",
        "BELOW,    0.699999, 0.7, true,  0.000001, 0",
        "AT_LEAST, -1,       0,   false, -1,     1"})
    void aFigureKeepsItsTargetOrMissesItBySoMuch(CovenantBound bound, BigDecimal value, BigDecimal target, boolean kept, BigDecimal headroom, BigDecimal missedBy) {
        assertThat(bound.isKept(value, target)).isEqualTo(kept);
        assertThat(bound.headroom(value, target)).isEqualByComparingTo(headroom);
        assertThat(bound.missedBy(value, target)).isEqualByComparingTo(missedBy);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 5", "2027-03-30, 5", "2027-03-31, 4.5", "2028-03-30, 4.5", "2028-03-31, 4", "2030-12-31, 4"})
    void aStepCountsFromTheDayItsMonthsAreFull(LocalDate periodEnd, BigDecimal target) {
        Covenant covenant = covenant(CovenantKind.FINANCIAL, new BigDecimal("5"), List.of(new CovenantStep(12, new BigDecimal("4.5")), new CovenantStep(24, new BigDecimal("4"))));
        assertThat(covenant.targetAt(periodEnd, LocalDate.of(2026, 3, 31))).isEqualByComparingTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,     2026-11-28, 2026-11-30, 2026-12-31",
        "QUARTERLY,   2026-11-28, 2026-12-31, 2027-03-31",
        "QUARTERLY,   2026-12-31, 2026-12-31, 2027-03-31",
        "QUARTERLY,   2027-01-01, 2027-03-31, 2027-06-30",
        "HALF_YEARLY, 2027-01-01, 2027-06-30, 2027-12-31",
        "YEARLY,      2028-02-29, 2028-12-31, 2029-12-31"})
    void periodsEndWithTheCalendarYear(CovenantFrequency frequency, LocalDate day, LocalDate end, LocalDate next) {
        assertThat(frequency.endOnOrAfter(day)).isEqualTo(end);
        assertThat(frequency.next(end)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31, 2027-02-15, 2027-03-02, 2027-02-05",       // 45 days later is a Sunday
        "2027-03-31, 2027-05-17, 2027-06-01, 2027-05-07",       // 45 days later is a Saturday
        "2027-06-30, 2027-08-16, 2027-08-31, 2027-08-06",
        "2027-09-30, 2027-11-15, 2027-11-30, 2027-11-05"})
    void testsAndEndsOfGraceFallOnWorkingDays(LocalDate end, LocalDate testOn, LocalDate graceEndsOn, LocalDate noticeOn) {
        TestDays days = TestDays.of(covenant(CovenantKind.FINANCIAL, new BigDecimal("5"), List.of()), end,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
        assertThat(days).isEqualTo(new TestDays(noticeOn, testOn, graceEndsOn));
    }

    @ParameterizedTest
    @CsvSource({
        "FINANCIAL,     5,        ,    ,            , KEPT",
        "FINANCIAL,     5.000001, ,    ,            , MISSED",
        "FINANCIAL,     ,         ,    ,            , NOT_TESTABLE",
        "FINANCIAL,     ,         4,   ,            , NOT_TESTABLE",
        "FINANCIAL,     4,        5.1, ,            , MISSED",
        "FINANCIAL,     4,        5,   ,            , KEPT",
        "INFORMATIONAL, 30,       ,    , 2027-03-02, KEPT",
        "INFORMATIONAL, 31,       ,    , 2027-03-03, MISSED",
        "INFORMATIONAL, ,         ,    ,            , NOT_TESTABLE",
        "NEGATIVE,      ,         ,    true,        , KEPT",
        "NEGATIVE,      ,         ,    false,       , MISSED",
        "NEGATIVE,      ,         ,    ,            , NOT_TESTABLE"})
    void onlyWhatWasMeasuredAndKeptPasses(CovenantKind kind, BigDecimal derived, BigDecimal reported, Boolean kept, LocalDate receivedOn, Judged judged) {
        TestFigures figures = new TestFigures(Optional.ofNullable(derived), derived == null ? "PERIOD_MISSING" : null, List.of(), List.of(), Map.of(), receivedOn, null);
        assertThat(Judged.of(covenant(kind, new BigDecimal("5"), List.of()), new BigDecimal("5"), figures, reported, kept, LocalDate.of(2027, 3, 2))).isEqualTo(judged);
    }

    @ParameterizedTest
    @CsvSource({"0.70, 0.714, false", "0.70, 0.7141, true", "0, 0, false", "0, 0.000001, true", "-2, -2.05, true"})
    void beyondTheToleranceADifferenceHasToBeExplained(BigDecimal derived, BigDecimal reported, boolean differs) {
        assertThat(ReportedValue.differs(derived, reported, new BigDecimal("0.02"))).isEqualTo(differs);
    }

    @ParameterizedTest
    @CsvSource({
        "FINANCIAL,     GOOD,    0.05,     1, WAIVE,    0",
        "FINANCIAL,     GOOD,    0.05,     2, REVIEW,   0",
        "FINANCIAL,     GOOD,    0.050001, 1, REVIEW,   0",
        "FINANCIAL,     GOOD,    0.2,      1, REVIEW,   0",
        "FINANCIAL,     GOOD,    0.200001, 1, DECREASE, 0.3",
        "FINANCIAL,     FAIR,    0.05,     1, REVIEW,   0",
        "FINANCIAL,     FAIR,    0.05,     2, SECURITY, 0",
        "FINANCIAL,     FAIR,    0.3,      1, DECREASE, 0.5",
        "FINANCIAL,     WATCH,   0.01,     1, DECREASE, 0.3",
        "FINANCIAL,     UNKNOWN, 0.06,     1, SUSPEND,  0",
        "INFORMATIONAL, GOOD,    ,         1, REVIEW,   0",
        "INFORMATIONAL, GOOD,    ,         2, DECREASE, 0.2",
        "INFORMATIONAL, POOR,    ,         1, SUSPEND,  0",
        "NEGATIVE,      FAIR,    ,         2, SUSPEND,  0",
        "CONDITION,     GOOD,    ,         1, SECURITY, 0",
        "CONDITION,     FAIR,    ,         1, DECREASE, 0.2"})
    void theTableSaysWhatABreachLeadsTo(String kind, String grade, BigDecimal missedBy, BigDecimal times, BreachProposal proposal, BigDecimal share) {
        Map<String, Object> inputs = new HashMap<>(Map.of("kind", kind, "grade", grade, "times", times));
        inputs.put("missedBy", missedBy);
        var row = StandingPolicies.unlogged().evaluate(BreachDesk.POLICY, LocalDate.of(2026, 12, 1), inputs).only();
        assertThat(row.text("proposal")).isEqualTo(proposal.name());
        assertThat(row.number("share")).isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        "FINANCIAL,     DEFERRAL, 0, CREDIT_MANAGER",
        "FINANCIAL,     DEFERRAL, 1, SENIOR_CREDIT_MANAGER",
        "FINANCIAL,     DEFERRAL, 2, RISK_DIRECTOR",
        "FINANCIAL,     DEFERRAL, 3, none",
        "FINANCIAL,     WAIVER,   0, SENIOR_CREDIT_MANAGER",
        "FINANCIAL,     WAIVER,   2, RISK_DIRECTOR",
        "FINANCIAL,     WAIVER,   3, none",
        "INFORMATIONAL, WAIVER,   1, none",
        "NEGATIVE,      WAIVER,   0, RISK_DIRECTOR",
        "NEGATIVE,      DEFERRAL, 1, none"})
    void aRenewalTakesMoreAuthorityUntilNobodyMayGrantIt(String kind, String relief, BigDecimal times, String tier) {
        var row = StandingPolicies.unlogged().evaluate(ReliefDesk.POLICY, LocalDate.of(2026, 12, 1), Map.of("kind", kind, "relief", relief, "times", times)).first();
        assertThat(row.map(found -> found.text("tier")).orElse("none")).isEqualTo(tier);
    }

    @Test
    void figuresAreReadBackAsTheyWereKept() {
        TestFigures figures = new TestFigures(Optional.of(new BigDecimal("0.600000")), null, List.of(new TestFigures.Input("TOTAL_ASSETS", LocalDate.of(2026, 12, 31),
                Optional.empty())), List.of("2026-12-31/12/AUDITED"), Map.of("stocks", "AVERAGE"), LocalDate.of(2027, 1, 5), "2026.1");
        assertThat(StoredTerms.read(StoredTerms.write(figures), TestFigures.class)).isEqualTo(figures);
        Covenant terms = covenant(CovenantKind.FINANCIAL, new BigDecimal("5"), List.of(new CovenantStep(12, new BigDecimal("4.5"))));
        assertThat(StoredTerms.read(StoredTerms.write(terms), Covenant.class)).isEqualTo(terms);
    }

    private static Covenant covenant(CovenantKind kind, BigDecimal target, List<CovenantStep> steps) {
        return new Covenant("DEBT_TO_EBITDA", kind, "debtToEbitda", CovenantBound.AT_MOST, target, CovenantUnit.TIMES, steps, CovenantFrequency.QUARTERLY, 45, 10, 15,
                "OWN_STANDARD", List.of(1));
    }
}
