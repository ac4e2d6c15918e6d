package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import io.shouxin.policy.MatchedRow;
import io.shouxin.workflow.decision.CellTest.Verdict;
import io.shouxin.workflow.decision.PolicyFiles.TableFile;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import java.util.function.Function;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy tables answer as on Camunda's engine as shipped, and every row of every table can be hit. */
class CompiledTablesTest {

    /** Random inputs per table; raise it with {@code -Dshouxin.tables.cases=20000}. */
    private static final int CASES = Integer.getInteger("shouxin.tables.cases", 1500);

    /** Of these so many on the engine as shipped, which parses every cell again each time: up to 0.1 s for one scorecard. */
    private static final int CASES_AS_SHIPPED = 5;

    private static final Map<String, PolicyTable> READ = new HashMap<>();
    private static final CamundaTables AS_SHIPPED = new CamundaTables(new ScalaFeelEngineFactory());
    private static final CamundaTables REMEMBERED = new CamundaTables(() -> new RememberedFeel(new ScalaFeelEngineFactory().createInstance()));

    static Stream<TableFile> tables() {
        return PolicyFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void answersAsCamundasEngineDoes(TableFile table) {
        assertThat(differences(read(table)::evaluate, table)).isEmpty();
    }

    @Test
    void theComparisonNoticesATableEngineThatTakesNullForZero() {
        PolicyTable compiled = read(PolicyFiles.of("approval-authority"));
        Function<Map<String, Object>, List<MatchedRow>> planted = inputs -> {
            Map<String, Object> guessed = new LinkedHashMap<>(inputs);
            guessed.computeIfAbsent("amount", missing -> BigDecimal.ZERO);
            return compiled.evaluate(guessed);
        };
        assertThat(differences(planted, PolicyFiles.of("approval-authority"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowCanBeHit(TableFile table) {
        for (int rule = 0; rule < table.ruleIds().size(); rule++) {
            Map<String, Object> inputs = hitting(table, rule);
            assertThat(read(table).evaluate(inputs)).as("%s with %s", table.ruleIds().get(rule), inputs)
                    .extracting(MatchedRow::ruleId).contains(table.ruleIds().get(rule));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCellIsCompiled(TableFile table) {
        table.cells().values().stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).distinct()
                .forEach(cell -> assertThat(CellCompiler.compile(cell)).as(cell).isPresent());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowHasAnIdOfItsOwnAndSaysWhy(TableFile table) {
        assertThat(table.ruleIds()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9_]*"));
        assertThat(table.toString()).startsWith(table.key() + "-");
        if (table.outputs().get(0).containsKey("reasonCode")) {
            assertThat(table.outputs()).allMatch(row -> row.get("reasonCode").matches("\"[A-Z][A-Z0-9_]*\""));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyCodeATableAnswersWithHasWordsInBothLanguages(TableFile table) throws IOException {
        Map<String, String> labels = Map.of("reasonCode", "reason", "documentKind", "documentKind", "tier", "tier",
                "conclusion", "conclusion", "monitoring", "monitoring", "riskLevel", "riskLevel", "baseRate", "baseRate");
        for (String language : List.of("", "_zh")) {
            Properties words = words(language);
            for (Map<String, String> row : table.outputs()) {
                row.forEach((output, said) -> {
                    if (labels.containsKey(output)) {
                        assertThat(words).as("language %s", language).containsKey(labels.get(output) + "." + said.replace("\"", ""));
                    }
                });
            }
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Stream<Path> bundles = Files.list(Path.of("src", "main", "resources", "messages"))) {
            for (Path bundle : bundles.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> file.toString().contains("_zh") == language.equals("_zh")).toList()) {
                words.load(new StringReader(Files.readString(bundle)));
            }
        }
        return words;
    }

    @Test
    void tellsWhatATableAsksFor() {
        TableFile table = PolicyFiles.of("document-checklist");

        List<DeclaredInput> inputs = read(table).inputs();

        assertThat(inputs).extracting(DeclaredInput::name)
                .containsExactly("customerKind", "facilityKind", "product", "industrySection", "smallFirm", "hasSecurity");
        assertThat(inputs).filteredOn(DeclaredInput::nullable).extracting(DeclaredInput::name).containsExactly("industrySection");
        assertThat(inputs.get(0)).isEqualTo(new DeclaredInput("customerKind", "客户类型", "string", false, Set.of("ENTERPRISE", "INDIVIDUAL")));
    }

    @Test
    void comparesMoneyToTheLastDigit() {
        PolicyTable authority = read(PolicyFiles.of("approval-authority"));
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("exposure", new BigDecimal("1000000"), "grade", "GOOD",
                "securedShare", BigDecimal.ZERO, "straightThroughEligible", true));
        facts.put("amount", new BigDecimal("1000000.00"));
        assertThat(authority.evaluate(facts).get(0).text("tier")).isEqualTo("STRAIGHT_THROUGH");
        facts.put("amount", new BigDecimal("1000000.00000000000000000001"));
        assertThat(authority.evaluate(facts).get(0).text("tier")).isEqualTo("CREDIT_MANAGER");
    }

    @Test
    void refusesAnAnswerOfTwoRowsWhereOneIsMeant() throws IOException {
        PolicyTable twoRows = new CompiledTables().read("two-rows", Files.readAllBytes(Path.of("src/test/resources/policies-sample/two-rows.dmn")));
        assertThatThrownBy(() -> twoRows.evaluate(Map.of("amount", BigDecimal.ONE)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("two-rows");
    }

    private static PolicyTable read(TableFile table) {
        return READ.computeIfAbsent(table.resource(), missing -> new CompiledTables().read(table.key(), table.bytes()));
    }

    private static List<String> differences(Function<Map<String, Object>, List<MatchedRow>> other, TableFile table) {
        List<String> differences = new ArrayList<>();
        Random dice = new Random(table.key().hashCode());
        for (int i = 0; i < CASES; i++) {
            int step = i;
            Map<String, Object> inputs = table.random(dice);
            List<String> expected = answers(asked -> (step < CASES_AS_SHIPPED ? AS_SHIPPED : REMEMBERED).evaluate(table, asked), inputs);
            List<String> found = answers(other, inputs);
            if (!expected.equals(found)) {
                differences.add("%s: Camunda %s, here %s".formatted(inputs, expected, found));
            }
        }
        return differences;
    }

    private static List<String> answers(Function<Map<String, Object>, List<MatchedRow>> tables, Map<String, Object> inputs) {
        try {
            return tables.apply(inputs).stream().map(CompiledTablesTest::comparable).toList();
        } catch (IllegalStateException e) {
            return List.of("refused");
        }
    }

    private static String comparable(MatchedRow row) {
        Map<String, Object> outputs = new LinkedHashMap<>(row.outputs());
        outputs.replaceAll((name, value) -> value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value);
        return row.ruleId() + outputs;
    }

    private static Map<String, Object> hitting(TableFile table, int rule) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        table.columns().forEach((name, candidates) -> {
            String cell = table.cells().get(name).get(rule);
            CellTest test = cell.isEmpty() ? value -> Verdict.HOLDS : CellCompiler.compile(cell).orElseThrow();
            List<Object> holding = candidates.stream().filter(value -> value != null || cell.contains("null"))
                    .filter(value -> test.of(value) == Verdict.HOLDS).toList();
            assertThat(holding).as("%s of %s", cell, name).isNotEmpty();
            inputs.put(name, holding.get(0));
        });
        return inputs;
    }
}
