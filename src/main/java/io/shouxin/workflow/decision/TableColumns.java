package io.shouxin.workflow.decision;

import io.shouxin.policy.PolicyTable.DeclaredInput;
import io.shouxin.policy.TableUnreadable;
import io.shouxin.policy.TableUnreadable.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/**
 * The input columns of a table: what it asks for, and its cells as text.
 *
 * @param cells a list per row, in column order; empty text for {@code -}
 */
record TableColumns(List<DeclaredInput> inputs, List<List<String>> cells) {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern UNKNOWN = Pattern.compile("\\bnull\\b");

    static TableColumns of(DecisionTable table, List<Rule> rules) {
        List<Input> columns = List.copyOf(table.getInputs());
        List<List<String>> cells = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> texts = rule.getInputEntries().stream().map(entry -> cell(entry.getTextContent())).toList();
            if (texts.size() != columns.size() || rule.getOutputEntries().size() != table.getOutputs().size()) {
                throw new TableUnreadable(Fault.ROW, String.valueOf(rule.getId()));
            }
            cells.add(texts);
        }
        List<DeclaredInput> inputs = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Input input = columns.get(column);
            if (input.getInputExpression() == null) {
                throw new TableUnreadable(Fault.COLUMN, String.valueOf(input.getLabel()));
            }
            int at = column;
            inputs.add(new DeclaredInput(input.getInputExpression().getTextContent().strip(), input.getLabel(),
                    input.getInputExpression().getTypeRef(), cells.stream().anyMatch(row -> namesNull(row.get(at))),
                    allowed(input.getInputValues())));
        }
        return new TableColumns(List.copyOf(inputs), cells);
    }

    private static String cell(String text) {
        String stripped = text.strip();
        return stripped.equals("-") ? "" : stripped;
    }

    private static boolean namesNull(String cell) {
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
