package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** The compiled cells answer as Camunda's own FEEL engine does. */
class FastFeelTest {

    private static final int CELLS = 700;
    private static final List<Object> VALUES = Arrays.asList(null, "A", "B", "", "5", true, false, 4, 5, 5L, 5.0, 0.1, new BigDecimal("5.00"),
            new BigDecimal("4.99"), new BigDecimal("0.10"), new BigDecimal("-3"), new BigDecimal("1000000"), (short) 5, 5.5f, Double.NaN,
            LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), new java.util.Date(0), List.of("A"));
    private static final String[] CONSTANTS = {"5", "-3", "0.10", "5.0", "4.99", "1000000", "\"A\"", "\"B\"", "\"\"", "\"5\"", "true", "false",
        "null", "date(\"2026-01-01\")", "\"a b\"", "\"-\"", "x", ".1", "5e1", "\"null\"", "\"A\\\"B\""};
    private static final String[] BOUNDS = {"1", "5", "0.10", "-3", "5.00", "1000000", "date(\"2026-01-01\")", "date(\"2026-01-02\")"};

    private final FeelEngine camunda = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine fast = new FastFeel(() -> camunda);

    @Test
    void answersRandomCellsAsCamundaDoes() {
        assertThat(differences(fast, CELLS, new Random(20260101))).isEmpty();
    }

    @Test
    void theComparisonNoticesAnEngineThatTakesBoundariesTheOtherWay() {
        FeelEngine planted = new FastFeel(() -> camunda) {
            @Override
            public boolean evaluateSimpleUnaryTests(String cell, String variable, VariableContext context) {
                return super.evaluateSimpleUnaryTests(cell.replace("<=", "<").replace("]", ")"), variable, context);
            }
        };
        assertThat(differences(planted, 100, new Random(20260101))).isNotEmpty();
    }

    @Test
    void handsValuesOnAsCamundaDoes() {
        List<String> expressions = new ArrayList<>(Arrays.asList(CONSTANTS));
        expressions.addAll(List.of("missing", " x ", "x + 1", "not(x)", "123456789012345678901234567890", "0.0525", "x.y", "[1, 2]"));
        for (String expression : expressions) {
            for (Object value : VALUES) {
                assertThat(said(fast, expression, value)).as("%s with %s", expression, value).isEqualTo(said(camunda, expression, value));
            }
        }
    }

    @Test
    void compilesTheUsualCellsAndLeavesTheOthersAlone() {
        for (String cell : List.of("-", "5", "< 5", ">=0.1", "[1..5]", "(1..5]", "]1..5[", "\"A\",\"B\"", "not(\"A\", \"B\")", "null", "not(null)",
                "true", "date(\"2026-01-01\")", "< date(\"2026-01-01\")", "[date(\"2026-01-01\")..date(\"2026-12-31\")]", "null, < 0.5", " > 5 ")) {
            assertThat(CellCompiler.compile(cell)).as(cell).isPresent();
        }
        for (String cell : List.of("> x", "x + 1", "1..5", "< \"A\"", "not(true)", "true, false", "date(\"2026-02-30\")", "5e1", "contains(?, \"A\")", "5 5", "5,", "[1..\"A\"]")) {
            assertThat(CellCompiler.compile(cell)).as(cell).isEmpty();
        }
    }

    private List<String> differences(FeelEngine other, int cells, Random dice) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            String cell = cell(dice);
            for (int j = 0; j < 8; j++) {
                Object value = VALUES.get(dice.nextInt(VALUES.size()));
                Object expected = held(camunda, cell, value);
                Object found = held(other, cell, value);
                if (!Objects.equals(expected, found)) {
                    differences.add("%s with %s: Camunda %s, here %s".formatted(cell, value, expected, found));
                }
            }
        }
        return differences;
    }

    private static String cell(Random dice) {
        int count = 1 + dice.nextInt(3);
        List<String> tests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tests.add(test(dice));
        }
        String joined = String.join(dice.nextBoolean() ? "," : ", ", tests);
        return switch (dice.nextInt(8)) {
            case 0 -> "-";
            case 1, 2 -> "not(" + joined + ")";
            default -> joined;
        };
    }

    private static String test(Random dice) {
        return switch (dice.nextInt(3)) {
            case 0 -> CONSTANTS[dice.nextInt(CONSTANTS.length)];
            case 1 -> List.of("<", "<=", ">", ">=").get(dice.nextInt(4)) + (dice.nextBoolean() ? " " : "") + BOUNDS[dice.nextInt(BOUNDS.length)];
            default -> List.of("[", "(", "]").get(dice.nextInt(3)) + BOUNDS[dice.nextInt(BOUNDS.length)] + ".."
                    + BOUNDS[dice.nextInt(BOUNDS.length)] + List.of("]", ")", "[").get(dice.nextInt(3));
        };
    }

    private static Object held(FeelEngine engine, String cell, Object value) {
        try {
            return engine.evaluateSimpleUnaryTests(cell, "x", context(value));
        } catch (FeelException e) {
            return "refused";
        }
    }

    private static Object said(FeelEngine engine, String expression, Object value) {
        try {
            return engine.evaluateSimpleExpression(expression, context(value));
        } catch (FeelException e) {
            return "refused";
        }
    }

    private static VariableContext context(Object value) {
        return Variables.createVariables().putValue("x", value).asVariableContext();
    }
}
