package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.MatchedRow;
import io.shouxin.workflow.decision.PolicyFiles.TableFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in which every combination of facts must meet exactly one row, tried over a grid of all boundaries. */
class CompleteTablesTest {

    private static final List<String> TIERS =
            List.of("STRAIGHT_THROUGH", "CREDIT_MANAGER", "SENIOR_CREDIT_MANAGER", "RISK_DIRECTOR", "COMMITTEE");
    private static final BigDecimal MILLION = new BigDecimal("1000000");

    private final CompiledTables tables = new CompiledTables();

    @ParameterizedTest
    @ValueSource(strings = {"approval-authority", "review-conclusion", "grade-terms", "limit-parameters", "lending-rate",
        "altman-zone", "background-verdict", "industry-policy", "ratio-definitions", "connection-rules", "advance-rates",
        "security-requirements", "duplicate-granting", "task-deadlines", "approval-rules", "covenant-breach", "covenant-tolerance",
        "covenant-amendment"})
    void everyCombinationOfFactsMeetsExactlyOneRow(String key) {
        TableFile table = PolicyFiles.of(key);
        List<String> wrong = new ArrayList<>();
        overTheGrid(table, (inputs, rows) -> {
            if (rows.size() != 1) {
                wrong.add(inputs + " " + rows);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingGoesStraightThroughButSmallStrongEligibleCases() {
        overTheGrid(PolicyFiles.of("approval-authority"), (inputs, rows) -> {
            if (tier(rows) == 0) {
                assertThat(inputs.get("grade")).isIn("EXCELLENT", "GOOD");
                assertThat(inputs.get("straightThroughEligible")).isEqualTo(true);
                assertThat(Ordered.decimal(inputs.get("exposure"))).isBetween(BigDecimal.ZERO, MILLION);
                assertThat(Ordered.decimal(inputs.get("amount"))).isBetween(BigDecimal.ZERO, MILLION);
            }
        });
    }

    @Test
    void moreMoneyOrAWeakerGradeNeverNeedsLessAuthority() {
        TableFile table = PolicyFiles.of("approval-authority");
        PolicyTable authority = tables.read(table.key(), table.bytes());
        List<BigDecimal> amounts = numbers(table, "amount");
        List<BigDecimal> exposures = numbers(table, "exposure");
        for (Object secured : List.of(new BigDecimal("0.6999"), new BigDecimal("0.7"))) {
            for (boolean eligible : new boolean[] {true, false}) {
                int[][] weaker = new int[amounts.size()][exposures.size()];
                for (String grade : List.of("EXCELLENT", "GOOD", "FAIR", "WATCH", "POOR")) {
                    for (int a = 0; a < amounts.size(); a++) {
                        for (int e = 0; e < exposures.size(); e++) {
                            int tier = tier(authority.evaluate(Map.of("amount", amounts.get(a),
                                    "exposure", exposures.get(e), "grade", grade, "securedShare", secured, "straightThroughEligible", eligible)));
                            int least = Math.max(weaker[a][e], Math.max(a == 0 ? 0 : weaker[a - 1][e], e == 0 ? 0 : weaker[a][e - 1]));
                            assertThat(tier).as("%s amount %s exposure %s", grade, amounts.get(a), exposures.get(e)).isGreaterThanOrEqualTo(least);
                            weaker[a][e] = tier;
                        }
                    }
                }
            }
        }
    }

    @Test
    void theChecklistNamesADocumentOnlyOnce() {
        overTheGrid(PolicyFiles.of("document-checklist"), (inputs, rows) ->
                assertThat(rows).extracting(row -> row.text("documentKind")).as("%s", inputs).doesNotHaveDuplicates().isNotEmpty());
    }

    @Test
    void aProductIsOfferedInOneKindOfFacilityOnly() {
        TableFile table = PolicyFiles.of("product-terms");
        overTheGrid(table, (inputs, rows) -> {
            boolean trade = "TRADE_OPEN_ACCOUNT".equals(inputs.get("product"));
            boolean known = table.columns().get("product").contains(inputs.get("product")) && table.cells().get("product")
                    .contains("\"" + inputs.get("product") + "\"");
            boolean offered = known && inputs.get("facilityKind").equals(trade ? "TRADE_CREDIT" : "LENDING");
            assertThat(rows).as("%s", inputs).hasSize(offered ? 1 : 0);
            rows.forEach(row -> assertThat(row.whole("minTenorMonths")).isLessThanOrEqualTo(row.whole("maxTenorMonths")));
        });
    }

    private void overTheGrid(TableFile table, BiConsumer<Map<String, Object>, List<MatchedRow>> check) {
        Set<String> codesOnly = Set.of("NO_SUCH_CODE", "", "𠮷");
        List<Map<String, Object>> grid = List.of(Map.of());
        for (Map.Entry<String, List<Object>> column : table.columns().entrySet()) {
            List<Map<String, Object>> wider = new ArrayList<>();
            List<Object> values = column.getValue().stream().filter(Objects::nonNull).filter(value -> !codesOnly.contains(value))
                    .filter(value -> !(value instanceof Long)).map(value -> value instanceof BigDecimal n ? n.stripTrailingZeros() : value)
                    .distinct().toList();
            for (Map<String, Object> inputs : grid) {
                for (Object value : values) {
                    Map<String, Object> more = new LinkedHashMap<>(inputs);
                    more.put(column.getKey(), value);
                    wider.add(more);
                }
            }
            grid = wider;
        }
        PolicyTable read = tables.read(table.key(), table.bytes());
        grid.forEach(inputs -> check.accept(inputs, read.evaluate(inputs)));
    }

    private static int tier(List<MatchedRow> rows) {
        return TIERS.indexOf(rows.get(0).text("tier"));
    }

    private static List<BigDecimal> numbers(TableFile table, String column) {
        return table.columns().get(column).stream().map(Ordered::decimal).filter(Objects::nonNull)
                .filter(number -> number.signum() >= 0).map(BigDecimal::stripTrailingZeros).distinct().sorted().toList();
    }
}
