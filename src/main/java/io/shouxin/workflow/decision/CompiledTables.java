package io.shouxin.workflow.decision;

import io.shouxin.policy.DecisionTables;
import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyTable.DeclaredInput;
import io.shouxin.policy.TableUnreadable;
import io.shouxin.policy.TableUnreadable.Fault;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/**
 * The policy book's decision engine: reads a DMN file once into an {@link IndexedTable}. The answers are those of Camunda's
 * engine as shipped; what a policy table may not use is refused when it is read, not when it is asked.
 */
@Component
class CompiledTables implements DecisionTables {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Map<String, Class<?>> KINDS = Map.of("string", String.class, "boolean", Boolean.class, "date", LocalDate.class,
            "number", BigDecimal.class, "integer", BigDecimal.class, "long", BigDecimal.class, "double", BigDecimal.class);

    @Override
    public PolicyTable read(String key, byte[] dmn) {
        DmnModelInstance model = parsed(dmn);
        if (!(model.getModelElementById(key) instanceof Decision decision)
                || decision.getChildElementsByType(DecisionTable.class).size() != 1) {
            throw new TableUnreadable(Fault.NO_SUCH_TABLE, key);
        }
        DecisionTable table = decision.getChildElementsByType(DecisionTable.class).iterator().next();
        if (table.getHitPolicy() != HitPolicy.UNIQUE && table.getHitPolicy() != HitPolicy.COLLECT || table.getAggregation() != null) {
            throw new TableUnreadable(Fault.HIT_POLICY, String.valueOf(table.getHitPolicy()));
        }
        List<Rule> rules = List.copyOf(table.getRules());
        TableColumns asked = TableColumns.of(table, rules);
        List<DeclaredInput> inputs = asked.inputs();
        if (inputs.isEmpty() || rules.isEmpty()) {
            throw new TableUnreadable(Fault.NO_SUCH_TABLE, key);
        }
        ColumnIndex[] columns = new ColumnIndex[inputs.size()];
        for (int column = 0; column < columns.length; column++) {
            int at = column;
            columns[column] = column(inputs.get(column), rules, asked.cells().stream().map(row -> row.get(at)).toList());
        }
        String tag = decision.getAttributeValueNs(CAMUNDA, "versionTag");
        return new IndexedTable(key, tag == null ? "" : tag, table.getHitPolicy() == HitPolicy.UNIQUE, inputs,
                rows(List.copyOf(table.getOutputs()), rules), asked.cells(), columns,
                labels(rules, Rule::getId, rule -> rule.getDescription() == null ? null : rule.getDescription().getTextContent()),
                labels(List.copyOf(table.getOutputs()), Output::getName, Output::getLabel));
    }

    private static <T> Map<String, String> labels(List<T> elements, Function<T, String> name, Function<T, String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        elements.stream().filter(each -> label.apply(each) != null && !label.apply(each).isBlank())
                .forEach(each -> labels.put(name.apply(each), label.apply(each).strip()));
        return Collections.unmodifiableMap(labels);
    }

    private static DmnModelInstance parsed(byte[] dmn) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        } catch (ModelException unreadable) {
            throw new TableUnreadable(Fault.NOT_DMN, String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static ColumnIndex column(DeclaredInput input, List<Rule> rules, List<String> cells) {
        Class<?> kind = KINDS.get(input.type() == null ? "" : input.type());
        if (kind == null || !NAME.matcher(input.name()).matches()) {
            throw new TableUnreadable(Fault.COLUMN, input.name() + " (" + input.type() + ")");
        }
        List<CellTest> tests = new ArrayList<>();
        List<Object> constants = new ArrayList<>();
        if (kind == Boolean.class) {
            constants.addAll(List.of(true, false));
        }
        for (int row = 0; row < cells.size(); row++) {
            String cell = cells.get(row);
            if (cell.isEmpty()) {
                tests.add(null);
                continue;
            }
            List<Object> named = CellCompiler.constants(cell);
            Optional<CellTest> test = CellCompiler.compile(cell);
            if (test.isEmpty() || named.stream().anyMatch(constant -> constant.getClass() != kind)) {
                throw new TableUnreadable(Fault.CELL, rules.get(row).getId() + ", " + input.name() + ": " + cell);
            }
            tests.add(test.get());
            constants.addAll(named);
        }
        return kind == BigDecimal.class || kind == LocalDate.class
                ? new ColumnIndex.OfOrder(kind == LocalDate.class, Ordered.rising(constants), tests)
                : new ColumnIndex.OfCodes(kind, constants.stream().distinct().toList(), tests);
    }

    private static List<MatchedRow> rows(List<Output> outputs, List<Rule> rules) {
        List<MatchedRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.getId() == null || !ids.add(rule.getId())) {
                throw new TableUnreadable(Fault.ROW, String.valueOf(rule.getId()));
            }
            List<String> said = rule.getOutputEntries().stream().map(entry -> entry.getTextContent().strip()).toList();
            Map<String, Object> values = new LinkedHashMap<>();
            for (int at = 0; at < outputs.size(); at++) {
                if (!said.get(at).isEmpty()) {
                    values.put(outputs.get(at).getName(), value(rule, outputs.get(at), said.get(at)));
                }
            }
            rows.add(new MatchedRow(rule.getId(), values));
        }
        return List.copyOf(rows);
    }

    /** An empty entry is left out before, as Camunda does: the row says nothing there. */
    private static Object value(Rule rule, Output output, String said) {
        if (said.equals("null")) {
            return null;
        }
        Object literal = CellCompiler.literal(said).orElse(null);
        Class<?> kind = output.getTypeRef() == null ? null : KINDS.get(output.getTypeRef());
        if (literal == null || output.getName() == null || kind != null && literal.getClass() != kind) {
            throw new TableUnreadable(Fault.OUTPUT, rule.getId() + ", " + output.getName() + ": " + said);
        }
        return literal;
    }
}
