package io.shouxin.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision table that was read: what it asks for and what it says. */
public interface PolicyTable {

    /** Version the file itself carries ({@code camunda:versionTag}); empty when it carries none. */
    String versionTag();

    /** The inputs the table asks for, in column order. */
    List<DeclaredInput> inputs();

    /** Every row with what it says, in table order. */
    List<MatchedRow> rows();

    /** What each row asks, in table order and column by column, as the file writes it; empty text where it asks nothing. */
    List<List<String>> cells();

    /** What the file says of its rows, by id, e.g. 押品足额; without those it says nothing of. */
    default Map<String, String> rowLabels() {
        return Map.of();
    }

    /** Headings of what the table answers, for people, by name, e.g. 违约损失率; without those that have none. */
    default Map<String, String> outputLabels() {
        return Map.of();
    }

    /** True when at most one row may hold (hit policy UNIQUE); two that hold are then a fault of the table. */
    boolean oneRowAtMost();

    /**
     * Values of one column by which its cells can be told apart: each bound, a value on either side, each code and one other,
     * and null where the column may be unknown. Tried in all combinations they find every gap and every overlap.
     */
    List<Object> probes(int column);

    /** Columns in which this row says anything at all. */
    Set<Integer> columnsOf(int row);

    /**
     * @param values one for each declared input, in column order; null where the input is nullable
     * @return the rows that held, in table order
     * @throws IllegalStateException when two rows hold where one is meant, or a value is of another kind than its column
     */
    List<MatchedRow> evaluate(Object[] values);

    /** The same by name. */
    default List<MatchedRow> evaluate(Map<String, Object> values) {
        List<DeclaredInput> inputs = inputs();
        Object[] inOrder = new Object[inputs.size()];
        for (int column = 0; column < inOrder.length; column++) {
            String name = inputs.get(column).name();
            if (!values.containsKey(name)) {
                throw new IllegalStateException("not given: " + name);
            }
            inOrder[column] = values.get(name);
        }
        return evaluate(inOrder);
    }

    /**
     * An input a table asks for.
     *
     * @param name     the variable, e.g. {@code exposure}
     * @param label    the column's heading for people, e.g. 授信敞口
     * @param type     DMN type: string, boolean, number, integer, long, double or date
     * @param nullable whether the column has a row that names {@code null}: then "unknown" is a value the table can answer for
     * @param allowed  the codes the column allows; empty when it allows any value of its type
     */
    record DeclaredInput(String name, String label, String type, boolean nullable, Set<String> allowed) {

        public DeclaredInput {
            allowed = Set.copyOf(allowed);
        }
    }
}
