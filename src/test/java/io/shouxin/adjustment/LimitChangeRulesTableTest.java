package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.StandingPolicies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limits may be changed, which exceptions made, and what a worse rating or a market suggests: every row, and what has none. */
class LimitChangeRulesTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private final PolicyBook policies = StandingPolicies.unlogged();

    @ParameterizedTest(name = "{0} at {1} for {2}: {3}")
    @CsvSource({
        "INCREASE, CUSTOMER, EXCELLENT, change_raise_excellent", "INCREASE, CUSTOMER, GOOD, change_raise_good",
        "INCREASE, CUSTOMER, FAIR, change_raise_fair", "INCREASE, GROUP, EXCELLENT, change_raise_group",
        "INCREASE, GROUP, FAIR, change_raise_group", "INCREASE, CUSTOMER, WATCH, none", "INCREASE, CUSTOMER, POOR, none",
        "INCREASE, CUSTOMER, UNKNOWN, none", "INCREASE, GROUP, WATCH, none", "INCREASE, GROUP, UNKNOWN, none",
        "INCREASE, FACILITY, EXCELLENT, none", "INCREASE, FACILITY, FAIR, none",
        "DECREASE, CUSTOMER, GOOD, change_cut_sound", "DECREASE, FACILITY, FAIR, change_cut_sound", "DECREASE, GROUP, EXCELLENT, change_cut_sound",
        "DECREASE, CUSTOMER, WATCH, change_cut_weak", "DECREASE, FACILITY, POOR, change_cut_weak", "DECREASE, GROUP, UNKNOWN, change_cut_weak",
        "SUSPEND, CUSTOMER, GOOD, change_suspend_sound", "SUSPEND, FACILITY, EXCELLENT, change_suspend_sound",
        "SUSPEND, CUSTOMER, POOR, change_suspend_weak", "SUSPEND, GROUP, UNKNOWN, change_suspend_weak",
        "RESUME, CUSTOMER, GOOD, change_resume_sound", "RESUME, GROUP, FAIR, change_resume_sound", "RESUME, CUSTOMER, WATCH, change_resume_watch",
        "RESUME, FACILITY, WATCH, change_resume_watch", "RESUME, GROUP, WATCH, none", "RESUME, CUSTOMER, POOR, none", "RESUME, FACILITY, UNKNOWN, none"})
    void theRulesForeseeAChangeOrTheyDoNot(String kind, String level, String grade, String row) {
        List<MatchedRow> rows = policies.evaluate("limit-change-rules", DAY, Map.of("kind", kind, "level", level, "grade", grade)).rows();
        assertThat(rows).extracting(MatchedRow::ruleId).containsExactlyElementsOf(row.equals("none") ? List.of() : List.of(row));
        rows.forEach(said -> {
            ChangeRule rule = ChangeRule.of(said);
            boolean moves = LimitChangeKind.valueOf(kind).movesCeiling();
            assertThat(rule.mostShare().isPresent()).isEqualTo(moves);
            assertThat(rule.byExposure()).as("more room, more authority").isEqualTo(LimitChangeKind.valueOf(kind).givesRoom());
            assertThat(rule.noOverdue()).as("no room for who is overdue").isEqualTo(LimitChangeKind.valueOf(kind).givesRoom());
            assertThat(rule.atOnce()).as("room is never given before its approval").isEqualTo(List.of("WATCH", "POOR", "UNKNOWN").contains(grade)
                    && !LimitChangeKind.valueOf(kind).givesRoom());
        });
    }

    @ParameterizedTest(name = "exception at {0} for {1}: {2}")
    @CsvSource({
        "CUSTOMER, EXCELLENT, exception_excellent, 0.2, 60", "CUSTOMER, GOOD, exception_good, 0.15, 45", "CUSTOMER, FAIR, exception_fair, 0.1, 30",
        "GROUP, EXCELLENT, exception_group, 0.1, 30", "GROUP, GOOD, exception_group, 0.1, 30",
        "CUSTOMER, WATCH, none, 0, 0", "CUSTOMER, POOR, none, 0, 0", "CUSTOMER, UNKNOWN, none, 0, 0", "GROUP, FAIR, none, 0, 0",
        "GROUP, UNKNOWN, none, 0, 0", "FACILITY, EXCELLENT, none, 0, 0", "FACILITY, GOOD, none, 0, 0"})
    void anExceptionIsForStrongCustomersAndTheirGroups(String level, String grade, String row, BigDecimal share, int days) {
        List<MatchedRow> rows = policies.evaluate("exception-rules", DAY, Map.of("level", level, "grade", grade)).rows();
        assertThat(rows).extracting(MatchedRow::ruleId).containsExactlyElementsOf(row.equals("none") ? List.of() : List.of(row));
        rows.forEach(said -> assertThat(ExceptionRule.of(said)).satisfies(rule -> {
            assertThat(rule.mostShare()).isEqualByComparingTo(share);
            assertThat(rule.mostDays()).isEqualTo(days);
            assertThat(rule.noOverdue()).isTrue();
        }));
    }

    @ParameterizedTest(name = "{0} by {1} to {2}: {3} {4}")
    @CsvSource({
        "RATING_CHANGE, 1, POOR, SUSPEND, 0", "RATING_CHANGE, 4, POOR, SUSPEND, 0", "RATING_CHANGE, 1, WATCH, DECREASE, 0.3",
        "RATING_CHANGE, 2, WATCH, DECREASE, 0.5", "RATING_CHANGE, 3, WATCH, DECREASE, 0.5", "RATING_CHANGE, 2, FAIR, DECREASE, 0.3",
        "RATING_CHANGE, 1, FAIR, none, 0", "RATING_CHANGE, 1, GOOD, none, 0", "RATING_CHANGE, 0, POOR, none, 0",
        "MARKET_ADVERSE, 0, EXCELLENT, DECREASE, 0.1", "MARKET_ADVERSE, 0, FAIR, DECREASE, 0.15", "MARKET_ADVERSE, 0, UNKNOWN, DECREASE, 0.3",
        "MARKET_FAVOURABLE, 0, GOOD, INCREASE, 0.1", "MARKET_FAVOURABLE, 0, FAIR, none, 0", "MARKET_FAVOURABLE, 0, UNKNOWN, none, 0"})
    void aFallOrAMarketSuggestsSoMuch(String cause, int notches, String grade, String kind, BigDecimal share) {
        List<MatchedRow> rows = policies.evaluate("limit-change-triggers", DAY, Map.of("cause", cause, "notches", BigDecimal.valueOf(notches),
                "grade", grade)).rows();
        assertThat(rows).extracting(row -> row.text("kind")).containsExactlyElementsOf(kind.equals("none") ? List.of() : List.of(kind));
        rows.forEach(row -> assertThat(row.number("share")).isEqualByComparingTo(share));
    }
}
