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
import org.junit.jupiter.params.provider.MethodSource;

class ScorecardBandsTest {

    static List<String> scorecards() {
        return ScorecardTable.allScorecards();
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void givesEveryCharacteristicExactlyOneRowForAnyValueBoundariesIncluded(String file) {
        ScorecardTable table = ScorecardTable.read(file);
        Set<String> hit = new HashSet<>();
        for (ScorecardTable.Column column : table.columns()) {
            for (Object value : column.worthTrying()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                List<MatchedRow> rows = ask(file, inputs);
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
    void scoresBetweenNoughtAndOneHundredForRandomFacts(String file) {
        ScorecardTable table = ScorecardTable.read(file);
        Random dice = new Random(20260101);
        for (int i = 0; i < 500; i++) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            table.columns().forEach(column -> inputs.put(column.name(),
                    column.worthTrying().get(dice.nextInt(column.worthTrying().size()))));
            BigDecimal score = ask(file, inputs).stream().map(row -> row.number("points")).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void statesTheMostACharacteristicCanGiveOneHundredInAllAndCallsStrongWhatIsStrong(String file) {
        Map<String, List<List<String>>> rows = ScorecardTable.read(file).outputs().stream()
                .collect(Collectors.groupingBy(said -> said.get(0)));
        BigDecimal total = BigDecimal.ZERO;
        for (List<List<String>> ofOne : rows.values()) {
            BigDecimal most = ofOne.stream().map(said -> new BigDecimal(said.get(1))).max(BigDecimal::compareTo).orElseThrow();
            assertThat(ofOne).allSatisfy(said -> assertThat(new BigDecimal(said.get(2))).isEqualByComparingTo(most));
            assertThat(ofOne).allSatisfy(said -> assertThat(reason(said)).satisfiesAnyOf(
                    reason -> assertThat(reason).doesNotEndWith("_STRONG").doesNotEndWith("_FAIR").doesNotEndWith("_WEAK"),
                    reason -> assertThat(reason.endsWith("_STRONG")).isEqualTo(line(said).strong())));
            total = total.add(most);
        }
        assertThat(total).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void givesPointsThatOnlyRiseOrOnlyFallWithTheValue(String file) {
        ScorecardTable table = ScorecardTable.read(file);
        for (ScorecardTable.Column column : table.columns().stream().filter(ScorecardTable.Column::isNumber).toList()) {
            List<BigDecimal> points = new ArrayList<>();
            for (BigDecimal value : column.risingNumbers()) {
                Map<String, Object> inputs = table.plainInputs();
                inputs.put(column.name(), value);
                points.add(ask(file, inputs).stream().filter(row -> row.text("characteristic").equals(column.name()))
                        .findFirst().orElseThrow().number("points"));
            }
            List<BigDecimal> rising = points.stream().sorted().toList();
            List<BigDecimal> falling = new ArrayList<>(rising);
            Collections.reverse(falling);
            assertThat(points).as(column.name()).satisfiesAnyOf(
                    given -> assertThat(given).isEqualTo(rising), given -> assertThat(given).isEqualTo(falling));
        }
    }

    /** Nothing known is never worth as much as something good, and never less than something bad. */
    @ParameterizedTest
    @MethodSource("scorecards")
    void givesFactsThatAreToBeVerifiedNoMoreThanHalfOfTheirPointsAndNeverNone(String file) {
        ScorecardTable.read(file).outputs().stream().filter(said -> reason(said).endsWith("_TO_VERIFY")).forEach(said ->
                assertThat(new BigDecimal(said.get(1))).as("%s", said).isPositive()
                        .isLessThanOrEqualTo(new BigDecimal(said.get(2)).multiply(new BigDecimal("0.5"))));
    }

    @ParameterizedTest
    @MethodSource("scorecards")
    void putsEveryCharacteristicIntoOnePartOfTheThreeOnceACardNamesParts(String file) {
        List<List<String>> outputs = ScorecardTable.read(file).outputs().stream().filter(said -> said.size() == 5).toList();
        Map<String, Set<String>> parts = outputs.stream().filter(said -> !said.get(0).equals("base"))
                .collect(Collectors.groupingBy(said -> said.get(0), Collectors.mapping(said -> said.get(3), Collectors.toSet())));
        assertThat(parts.values()).allSatisfy(part -> assertThat(part).hasSize(1)
                .isSubsetOf("QUANTITATIVE", "QUALITATIVE", "BEHAVIOURAL"));
        if (!outputs.isEmpty()) {
            assertThat(parts.values().stream().flatMap(Set::stream)).contains("QUANTITATIVE", "QUALITATIVE", "BEHAVIOURAL");
        }
    }

    /** The last output is the reason; a part may stand before it. */
    private static String reason(List<String> said) {
        return said.get(said.size() - 1);
    }

    private static ScoreLine line(List<String> said) {
        return new ScoreLine(said.get(0), "", new BigDecimal(said.get(1)), new BigDecimal(said.get(2)), reason(said), null);
    }

    private static Set<String> characteristics(ScorecardTable table) {
        Set<String> all = table.columns().stream().map(ScorecardTable.Column::name).collect(Collectors.toSet());
        all.add("base");
        return all;
    }

    private static List<MatchedRow> ask(String file, Map<String, Object> inputs) {
        return StandingTables.table(ScorecardTable.key(file), ScorecardTable.version(file)).evaluate(inputs);
    }
}
