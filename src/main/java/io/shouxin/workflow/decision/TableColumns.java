package io.shouxin.workflow.decision;

import io.shouxin.policy.DecisionTables.DeclaredInput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** Reads from a table's columns what it asks for. */
final class TableColumns {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern UNKNOWN = Pattern.compile("\\bnull\\b");

    private TableColumns() {
    }

    static List<DeclaredInput> inputs(DmnModelInstance model, String decisionId) {
        DmnModelElementInstance decision = model.getModelElementById(decisionId);
        DecisionTable table = decision.getChildElementsByType(DecisionTable.class).iterator().next();
        List<Input> columns = List.copyOf(table.getInputs());
        List<DeclaredInput> inputs = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Input input = columns.get(column);
            inputs.add(new DeclaredInput(input.getInputExpression().getTextContent().strip(), input.getLabel(),
                    input.getInputExpression().getTypeRef(), hasRowForUnknown(table, column), allowed(input.getInputValues())));
        }
        return List.copyOf(inputs);
    }

    private static boolean hasRowForUnknown(DecisionTable table, int column) {
        return table.getRules().stream().anyMatch(rule -> namesNull(rule, column));
    }

    private static boolean namesNull(Rule rule, int column) {
        String cell = List.copyOf(rule.getInputEntries()).get(column).getTextContent();
        return UNKNOWN.matcher(TEXT.matcher(cell).replaceAll("\"\"")).find();
    }

    private static Set<String> allowed(UnaryTests values) {
        Set<String> allowed = new LinkedHashSet<>();
        if (values != null) {
            Matcher text = TEXT.matcher(values.getTextContent());
            while (text.find()) {
                allowed.add(text.group(1));
            }
        }
        return allowed;
    }
}
