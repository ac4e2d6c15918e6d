package io.shouxin.modelling.data;

import java.util.BitSet;

/**
 * A factor that is a quantity.
 *
 * @param values  finite numbers; the entry of a missing case means nothing
 * @param missing cases without a value
 */
public record NumberColumn(String name, double[] values, BitSet missing) implements Column {

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean missing(int row) {
        return missing.get(row);
    }
}
