package io.shouxin.workflow.decision;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision table as an index: each column turns a value into the set of rows whose cell holds for it, found by one look-up;
 * the rows that hold are those in all sets. Nothing is parsed or compared twice, whatever the number of rows.
 *
 * @param cells   what each row asks, as written
 * @param columns the index of each column
 */
record IndexedTable(String key, String versionTag, boolean oneRowAtMost, List<DeclaredInput> inputs, List<MatchedRow> rows,
                    List<List<String>> cells, ColumnIndex[] columns, Map<String, String> rowLabels, Map<String, String> outputLabels) implements PolicyTable {

    @Override
    public List<MatchedRow> evaluate(Object[] values) {
        long[] holding = null;
        for (int column = 0; column < columns.length; column++) {
            long[] rowsOfValue = columns[column].rowsFor(values[column]);
            if (rowsOfValue == null) {
                throw new IllegalStateException("table " + key + " cannot answer for " + inputs.get(column).name() + " of kind "
                        + values[column].getClass().getSimpleName());
            }
            if (holding == null) {
                holding = rowsOfValue.clone();
            } else {
                for (int word = 0; word < holding.length; word++) {
                    holding[word] &= rowsOfValue[word];
                }
            }
        }
        return answer(holding);
    }

    private List<MatchedRow> answer(long[] holding) {
        int count = 0;
        for (long word : holding) {
            count += Long.bitCount(word);
        }
        MatchedRow[] answer = new MatchedRow[count];
        int at = 0;
        for (int word = 0; word < holding.length; word++) {
            for (long left = holding[word]; left != 0; left &= left - 1) {
                answer[at++] = rows.get(word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        if (oneRowAtMost && count > 1) {
            throw new IllegalStateException("table " + key + " answers with " + count + " rows where one is meant: "
                    + answer[0].ruleId() + ", " + answer[1].ruleId());
        }
        return List.of(answer);
    }

    @Override
    public List<Object> probes(int column) {
        List<Object> probes = new ArrayList<>();
        DeclaredInput input = inputs.get(column);
        columns[column].probes().stream().filter(value -> input.allowed().isEmpty() || !(value instanceof String code)
                || input.allowed().contains(code)).forEach(probes::add);
        input.allowed().stream().filter(code -> !probes.contains(code)).sorted().forEach(probes::add);
        if (input.nullable()) {
            probes.add(null);
        }
        return probes;
    }

    @Override
    public Set<Integer> columnsOf(int row) {
        Set<Integer> saying = new LinkedHashSet<>();
        for (int column = 0; column < columns.length; column++) {
            if (!columns[column].isSilentIn(row)) {
                saying.add(column);
            }
        }
        return saying;
    }
}
