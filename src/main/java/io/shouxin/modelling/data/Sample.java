package io.shouxin.modelling.data;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases whose outcome is known: what a model learns from (样本).
 *
 * @param factors what was known of each case before the outcome; the outcome itself is not among them
 * @param bad     per case, whether it ended badly
 */
public record Sample(DataTable table, String outcome, List<Column> factors, boolean[] bad) {

    /** Fewest good and fewest bad cases from which anything may be concluded at all. */
    public static final int FEWEST_OF_EACH = 10;

    /**
     * @param outcome  name of the column that tells how a case ended
     * @param badValue its value for a bad end; every other value is good
     */
    public static Outcome<Sample> of(DataTable table, String outcome, String badValue) {
        Column target = table.column(outcome).orElse(null);
        if (target == null) {
            return Outcome.refused(Refusal.of("DATA_COLUMN_UNKNOWN").at("outcome").with("column", outcome));
        }
        boolean[] bad = new boolean[table.rows()];
        for (int row = 0; row < bad.length; row++) {
            if (target.missing(row)) {
                return Outcome.refused(Refusal.of("OUTCOME_NOT_KNOWN").at("outcome").with("row", row + 1));
            }
            bad[row] = isBad(target, row, badValue);
        }
        int bads = count(bad);
        if (bads < FEWEST_OF_EACH || bad.length - bads < FEWEST_OF_EACH) {
            return Outcome.refused(Refusal.of("OUTCOME_TOO_RARE").at("outcome").with("bad", bads).with("good", bad.length - bads)
                    .with("fewest", FEWEST_OF_EACH));
        }
        List<Column> factors = table.columns().stream()
                .filter(column -> !column.name().equals(outcome)).toList();
        return Outcome.done(new Sample(table, outcome, factors, bad));
    }

    public int size() {
        return bad.length;
    }

    public int bads() {
        return count(bad);
    }

    /** All cases. */
    public int[] all() {
        return IntStream.range(0, bad.length).toArray();
    }

    /** The outcomes of some cases. */
    public boolean[] badOf(int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = bad[rows[i]];
        }
        return some;
    }

    public Column factor(String name) {
        return factors.stream().filter(column -> column.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no factor " + name));
    }

    private static boolean isBad(Column target, int row, String badValue) {
        if (target instanceof NumberColumn number) {
            try {
                return number.values()[row] == Double.parseDouble(badValue);
            } catch (NumberFormatException notOne) {
                return false;
            }
        }
        return ((TextColumn) target).values()[row].equals(badValue);
    }

    private static int count(boolean[] bad) {
        return (int) IntStream.range(0, bad.length).filter(row -> bad[row]).count();
    }
}
