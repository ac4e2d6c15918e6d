package io.shouxin.workflow.decision;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Camunda's own FEEL engine, asked once for each cell and value: a reference that is quick enough for thousands of cases. */
final class RememberedFeel implements FeelEngine {

    private static final Object NULL = new Object();

    private final FeelEngine camunda;
    private final Map<Question, Boolean> cells = new ConcurrentHashMap<>();
    private final Map<Question, Object> expressions = new ConcurrentHashMap<>();

    RememberedFeel(FeelEngine camunda) {
        this.camunda = camunda;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String inputVariable, VariableContext context) {
        return cells.computeIfAbsent(Question.of(cell, inputVariable, context),
                asked -> camunda.evaluateSimpleUnaryTests(cell, inputVariable, context));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        Object answer = expressions.computeIfAbsent(Question.of(expression, expression, context), asked -> {
            Object said = camunda.evaluateSimpleExpression(expression, context);
            return said == null ? NULL : said;
        });
        return (T) (answer == NULL ? null : answer);
    }

    private record Question(String text, Object value, Class<?> kind) {

        static Question of(String text, String variable, VariableContext context) {
            TypedValue typed = context.resolve(variable);
            Object value = typed == null ? null : typed.getValue();
            return new Question(text, value, value == null ? null : value.getClass());
        }
    }
}
