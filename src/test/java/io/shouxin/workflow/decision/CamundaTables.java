package io.shouxin.workflow.decision;

import io.shouxin.policy.MatchedRow;
import java.io.ByteArrayInputStream;
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
import org.camunda.bpm.model.dmn.Dmn;

/** Camunda's DMN engine standing alone: the reference the compiled tables are compared with. */
final class CamundaTables {

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();
    private final ThreadLocal<DmnDecisionTableEvaluationEvent> evaluated = new ThreadLocal<>();

    CamundaTables(FeelEngineFactory feel) {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        FastTables.knowNumbers(configuration);
        configuration.setFeelEngineFactory(feel);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(evaluated::set));
        this.engine = configuration.buildEngine();
    }

    /** @throws IllegalStateException when the engine refuses to answer */
    List<MatchedRow> evaluate(PolicyFiles.TableFile table, Map<String, Object> inputs) {
        try {
            engine.evaluateDecisionTable(decisions.computeIfAbsent(table.resource(), missing -> engine.parseDecision(table.key(),
                    Dmn.readModelFromStream(new ByteArrayInputStream(table.bytes())))), inputs);
            return evaluated.get().getMatchingRules().stream().map(CamundaTables::row).toList();
        } catch (DmnEngineException e) {
            throw new IllegalStateException("table " + table + " cannot answer for " + inputs.keySet() + ": " + e.getMessage(), e);
        } finally {
            evaluated.remove();
        }
    }

    private static MatchedRow row(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().forEach((name, output) -> {
            BigDecimal number = Ordered.decimal(output.getValue().getValue());
            outputs.put(name, number != null ? number : output.getValue().getValue());
        });
        return new MatchedRow(rule.getId(), outputs);
    }
}
