package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardBandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"scorecard-statements", "scorecard-invoices", "scorecard-individual"})
    void givesEveryCharacteristicExactlyOneRowForAnyValueBoundariesIncluded(String key) {
        ScorecardTable table = ScorecardTable.read(key);
        Set<String> hit = new HashSet<>();
        for (ScorecardTable.Column column : table.columns()) {
            for (Object value : column.worthTrying()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                List<MatchedRow> rows = ask(key, inputs);
                rows.forEach(row -> hit.add(row.ruleId()));
                assertThat(rows.stream().map(row -> row.text("characteristic")))
                        .as("%s = %s", column.name(), value)
                        .containsExactlyInAnyOrderElementsOf(characteristics(table));
            }
        }
        assertThat(hit).as("every row can be reached").containsExactlyInAnyOrderElementsOf(table.ruleIds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorecard-statements", "scorecard-invoices", "scorecard-individual"})
    void scoresBetweenNoughtAndOneHundredForRandomFacts(String key) {
        ScorecardTable table = ScorecardTable.read(key);
        Random dice = new Random(20260101);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            table.columns().forEach(column -> inputs.put(column.name(),
                    column.worthTrying().get(dice.nextInt(column.worthTrying().size()))));
            BigDecimal score = ask(key, inputs).stream().map(row -> row.number("points")).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scorecard-statements", "scorecard-invoices", "scorecard-individual"})
    void statesTheMostACharacteristicCanGiveOneHundredInAllAndCallsStrongWhatIsStrong(String key) {
        Map<String, List<List<String>>> rows = ScorecardTable.read(key).outputs().stream()
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
    @ValueSource(strings = {"scorecard-statements", "scorecard-invoices", "scorecard-individual"})
    void givesPointsThatOnlyRiseOrOnlyFallWithTheValue(String key) {
        ScorecardTable table = ScorecardTable.read(key);
        for (ScorecardTable.Column column : table.columns().stream().filter(ScorecardTable.Column::isNumber).toList()) {
            List<BigDecimal> points = new ArrayList<>();
            for (BigDecimal value : column.risingNumbers()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                points.add(ask(key, inputs).stream().filter(row -> row.text("characteristic").equals(column.name()))
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
        return new ScoreLine(said.get(0), "", new BigDecimal(said.get(1)), new BigDecimal(said.get(2)), said.get(3), null);
    }

    private static Set<String> characteristics(ScorecardTable table) {
        Set<String> all = table.columns().stream().map(ScorecardTable.Column::name).collect(Collectors.toSet());
        all.add("base");
        return all;
    }

    private static List<MatchedRow> ask(String key, Map<String, Object> inputs) {
        return StandingTables.table(key, "2026.1").evaluate(inputs);
    }
}
