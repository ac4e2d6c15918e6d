package io.shouxin.workflow.decision;

import io.shouxin.workflow.decision.CellTest.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.util.function.SingletonSupplier;

/**
 * A FEEL engine that reads each cell of a decision table once. The usual cells become predicates, plain names and
 * literals become values; whatever else a cell or a value may be goes on to Camunda's own engine, so the answers are
 * the same and only the repeated parsing is gone.
 */
class FastFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> KEY_WORDS = Set.of("null", "true", "false", "not", "if", "then", "else", "for", "in", "return",
            "some", "every", "satisfies", "and", "or", "between", "instance", "of", "function", "external");
    private static final Set<Class<?>> PLAIN = Set.of(String.class, Boolean.class, LocalDate.class);
    private static final BigDecimal WHOLE_DOUBLE = new BigDecimal("1E15");

    private final SingletonSupplier<FeelEngine> camunda;
    private final Map<String, Optional<CellTest>> cells = new ConcurrentHashMap<>();
    private final Map<String, Optional<Object>> literals = new ConcurrentHashMap<>();

    /** @param camunda Camunda's own engine, made when a cell first needs it */
    FastFeel(Supplier<FeelEngine> camunda) {
        this.camunda = SingletonSupplier.of(camunda);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String inputVariable, VariableContext context) {
        Optional<CellTest> test = cells.get(cell);
        if (test == null) {
            test = cells.computeIfAbsent(cell, CellCompiler::compile);
        }
        if (test.isPresent()) {
            Object value = value(inputVariable, context);
            Verdict verdict = value == null && !context.containsVariable(inputVariable) ? Verdict.NOT_MINE : test.get().of(value);
            if (verdict != Verdict.NOT_MINE) {
                return verdict == Verdict.HOLDS;
            }
        }
        return camunda.obtain().evaluateSimpleUnaryTests(cell, inputVariable, context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        Optional<Object> literal = literals.get(expression);
        if (literal == null) {
            literal = literals.computeIfAbsent(expression, text -> CellCompiler.literal(text).or(() -> Name.of(text)));
        }
        if (literal.isPresent()) {
            Object given = literal.get();
            if (given instanceof Name name) {
                given = value(name.text(), context);
                if (given == null && context.containsVariable(name.text())) {
                    return null;
                }
            }
            Object result = handedOn(given);
            if (result != null) {
                return (T) result;
            }
        }
        return camunda.obtain().evaluateSimpleExpression(expression, context);
    }

    private static Object value(String name, VariableContext context) {
        TypedValue typed = context.resolve(name);
        return typed == null ? null : typed.getValue();
    }

    private Object handedOn(Object given) {
        if (given == null || PLAIN.contains(given.getClass())) {
            return given;
        }
        BigDecimal number = Ordered.decimal(given);
        if (number == null) {
            return null;
        }
        if (number.abs().compareTo(WHOLE_DOUBLE) >= 0) {
            return null;
        }
        return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }

    /** A variable of that name. */
    private record Name(String text) {

        static Optional<Object> of(String text) {
            String name = text.strip();
            return NAME.matcher(name).matches() && !KEY_WORDS.contains(name) ? Optional.of(new Name(name)) : Optional.empty();
        }
    }
}
