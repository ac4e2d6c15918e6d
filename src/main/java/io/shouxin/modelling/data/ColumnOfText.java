package io.shouxin.modelling.data;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.util.BitSet;
import java.util.List;

/** Tells whether a column of texts is a quantity or a code. */
public final class ColumnOfText {

    /** A column with at least this share of numbers is meant to be one; what else stands in it is a mistake. */
    private static final double MEANT_AS_NUMBER = 0.9;

    private ColumnOfText() {
    }

    /**
     * @param cells null where missing
     * @return a number column when every cell is a number, a text column when the cells are codes; refused when nearly all
     *         are numbers and one is not, because either reading would silently lose something
     */
    public static Outcome<Column> column(String name, List<String> cells) {
        double[] values = new double[cells.size()];
        BitSet missing = new BitSet(cells.size());
        int present = 0;
        int numbers = 0;
        int firstOther = -1;
        for (int row = 0; row < values.length; row++) {
            String cell = cells.get(row);
            if (cell == null) {
                missing.set(row);
                continue;
            }
            present++;
            Double value = number(cell);
            if (value != null) {
                values[row] = value;
                numbers++;
            } else if (firstOther < 0) {
                firstOther = row;
            }
        }
        if (numbers == present) {
            return Outcome.done(new NumberColumn(name, values, missing));
        }
        if (numbers >= MEANT_AS_NUMBER * present) {
            return Outcome.refused(Refusal.of("DATA_NUMBER_MALFORMED").at(name).with("column", name).with("row", firstOther + 1)
                    .with("text", cells.get(firstOther)));
        }
        return Outcome.done(new TextColumn(name, cells.toArray(String[]::new)));
    }

    private static Double number(String cell) {
        char last = cell.charAt(cell.length() - 1);
        if (!Character.isDigit(last) && last != '.') {
            return null;
        }
        try {
            double value = Double.parseDouble(cell);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }
}
