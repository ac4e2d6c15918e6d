package io.shouxin.workflow.decision;

import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.MatchedRow;
import io.shouxin.workflow.decision.FastFeel.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The policy book's decision engine: Camunda's DMN engine standing alone, with compiled cells and exact decimals. It
 * writes no engine history (the policy book keeps its own log) and reads each file once.
 */
@Component
class CompiledTables implements DecisionTables {

    private final DmnEngine engine;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> evaluated = new ThreadLocal<>();

    @Autowired
    CompiledTables() {
        this(() -> new FastFeel(() -> new ScalaFeelEngineFactory().createInstance(), Numbers.EXACT));
    }

    CompiledTables(FeelEngineFactory feel) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        FastTables.knowNumbers(configuration);
        configuration.setFeelEngineFactory(feel);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(evaluated::set));
        this.engine = configuration.buildEngine();
    }

    @Override
    public List<MatchedRow> evaluate(String resource, String decisionId, Map<String, Object> inputs) {
        DmnDecision decision = table(resource, decisionId).decision();
        try {
            engine.evaluateDecisionTable(decision, inputs);
            return evaluated.get().getMatchingRules().stream().map(CompiledTables::row).toList();
        } catch (DmnEngineException e) {
            throw new IllegalStateException("table " + decisionId + " in " + resource + " cannot answer for " + inputs.keySet()
                    + ": " + e.getMessage(), e);
        } finally {
            evaluated.remove();
        }
    }

    @Override
    public List<DeclaredInput> inputs(String resource, String decisionId) {
        return table(resource, decisionId).inputs();
    }

    private Table table(String resource, String decisionId) {
        String name = resource + "#" + decisionId;
        Table known = tables.get(name);
        return known != null ? known : tables.computeIfAbsent(name, missing -> read(resource, decisionId));
    }

    private Table read(String resource, String decisionId) {
        try (InputStream file = new ClassPathResource(resource).getInputStream()) {
            DmnModelInstance model = Dmn.readModelFromStream(file);
            return new Table(engine.parseDecision(decisionId, model), TableColumns.inputs(model, decisionId));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static MatchedRow row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().forEach((name, output) -> outputs.put(name, exact(output.getValue().getValue())));
        return new MatchedRow(rule.getId(), outputs);
    }

    private static Object exact(Object value) {
        BigDecimal number = Ordered.decimal(value);
        return number != null ? number : value;
    }

    private record Table(DmnDecision decision, List<DeclaredInput> inputs) {
    }
}
