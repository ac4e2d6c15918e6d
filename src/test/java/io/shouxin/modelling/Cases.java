package io.shouxin.modelling;

import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.DataTable;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.data.TextColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/** Invented cases for tests of statistics. */
public final class Cases {

    private Cases() {
    }

    public static Sample sample(boolean[] bad, Column... factors) {
        List<Column> columns = new ArrayList<>(List.of(factors));
        return new Sample(new DataTable("invented.csv", "0".repeat(64), bad.length, columns), "bad", columns, bad);
    }

    public static NumberColumn numbers(String name, double... values) {
        BitSet missing = new BitSet();
        for (int i = 0; i < values.length; i++) {
            missing.set(i, Double.isNaN(values[i]));
        }
        return new NumberColumn(name, values, missing);
    }

    public static TextColumn codes(String name, String... values) {
        return new TextColumn(name, values);
    }

    /** Firms whose size and void share bear on the outcome while the number of their street does not. */
    public static Sample firms(int count, long seed) {
        Random dice = new Random(seed);
        double[] size = new double[count];
        double[] voids = new double[count];
        double[] street = new double[count];
        String[] trade = new String[count];
        boolean[] bad = new boolean[count];
        for (int i = 0; i < count; i++) {
            size[i] = dice.nextGaussian();
            voids[i] = i % 17 == 0 ? Double.NaN : dice.nextDouble();
            street[i] = dice.nextInt(200);
            trade[i] = List.of("retail", "wholesale", "services").get(dice.nextInt(3));
            double odds = -1.2 - 1.1 * size[i] + (i % 17 == 0 ? 0.5 : 1.5 * (voids[i] - 0.5)) + (trade[i].equals("services") ? -0.7 : 0);
            bad[i] = dice.nextDouble() < 1 / (1 + Math.exp(-odds));
        }
        return sample(bad, numbers("size", size), numbers("voids", voids), numbers("street", street), codes("trade", trade));
    }
}
