package io.shouxin.modelling.data;

/**
 * A factor that is a code or a word.
 *
 * @param values null where a case lacks it
 */
public record TextColumn(String name, String[] values) implements Column {

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean missing(int row) {
        return values[row] == null;
    }
}
