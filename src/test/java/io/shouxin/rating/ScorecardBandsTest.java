package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.MatchedRow;
import io.shouxin.workflow.decision.StandingTables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorecardBandsTest {

    private static final DecisionTables TABLES = StandingTables.compiled();

    @ParameterizedTest
    @MethodSource("scorecards")
    void givesEveryCharacteristicExactlyOneRowForAnyValueBoundariesIncluded(String scorecard) {
        ScorecardTable table = ScorecardTable.read(scorecard);
        Set<String> hit = new HashSet<>();
        for (ScorecardTable.Column column : table.columns()) {
            for (Object value : column.worthTrying()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                List<MatchedRow> rows = ask(scorecard, inputs);
                rows.forEach(row -> hit.add(row.ruleId()));
                assertThat(rows.stream().map(row -> row.text("characteristic")))
                        .as("%s = %s", column.name(), value)
                        .containsExactlyInAnyOrderElementsOf(characteristics(table));
            }
        }
        assertThat(hit).as("every row can be reached").containsExactlyInAnyOrderElementsOf(table.ruleIds());
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void scoresBetweenNoughtAndOneHundredForRandomFacts(String scorecard) {
        ScorecardTable table = ScorecardTable.read(scorecard);
        Random dice = new Random(20260101);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            table.columns().forEach(column -> inputs.put(column.name(),
                    column.worthTrying().get(dice.nextInt(column.worthTrying().size()))));
            BigDecimal score = ask(scorecard, inputs).stream().map(row -> row.number("points")).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void statesTheMostACharacteristicCanGiveOneHundredInAllAndCallsStrongWhatIsStrong(String scorecard) {
        Map<String, List<List<String>>> rows = ScorecardTable.read(scorecard).outputs().stream()
                .collect(Collectors.groupingBy(said -> said.get(0)));
        BigDecimal total = BigDecimal.ZERO;
        for (List<List<String>> ofOne : rows.values()) {
            BigDecimal most = ofOne.stream().map(said -> new BigDecimal(said.get(1))).max(BigDecimal::compareTo).orElseThrow();
            assertThat(ofOne).allSatisfy(said -> assertThat(new BigDecimal(said.get(2))).isEqualByComparingTo(most));
            assertThat(ofOne).allSatisfy(said -> assertThat(said.get(3)).satisfiesAnyOf(
                    reason -> assertThat(reason).doesNotEndWith("_STRONG").doesNotEndWith("_FAIR").doesNotEndWith("_WEAK"),
                    reason -> assertThat(reason.endsWith("_STRONG")).isEqualTo(line(said).strong())));
            total = total.add(most);
        }
        assertThat(total).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void givesPointsThatOnlyRiseOrOnlyFallWithTheValue(String scorecard) {
        ScorecardTable table = ScorecardTable.read(scorecard);
        for (ScorecardTable.Column column : table.columns().stream().filter(ScorecardTable.Column::isNumber).toList()) {
            List<BigDecimal> points = new ArrayList<>();
            for (BigDecimal value : column.risingNumbers()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                points.add(ask(scorecard, inputs).stream().filter(row -> row.text("characteristic").equals(column.name()))
                        .findFirst().orElseThrow().number("points"));
            }
            List<BigDecimal> rising = points.stream().sorted().toList();
            List<BigDecimal> falling = new ArrayList<>(rising);
            Collections.reverse(falling);
            assertThat(points).as(column.name()).satisfiesAnyOf(
                    given -> assertThat(given).isEqualTo(rising), given -> assertThat(given).isEqualTo(falling));
        }
    }

    private static ScoreLine line(List<String> said) {
        return new ScoreLine(said.get(0), "", new BigDecimal(said.get(1)), new BigDecimal(said.get(2)), said.get(3));
    }

    private static Set<String> characteristics(ScorecardTable table) {
        Set<String> all = table.columns().stream().map(ScorecardTable.Column::name).collect(Collectors.toSet());
        all.add("base");
        return all;
    }

    /** Every version of every scorecard: a case keeps the version it was rated by. */
    static List<String> scorecards() {
        return Stream.of(RatingBasis.values()).flatMap(basis -> ScorecardTable.versions(basis.scorecard()).stream()).toList();
    }

    private static List<MatchedRow> ask(String scorecard, Map<String, Object> inputs) {
        return TABLES.evaluate(scorecard, scorecard.split("/")[2], inputs);
    }
}
