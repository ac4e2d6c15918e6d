package io.shouxin.modelling.binning;

import java.util.Arrays;
import java.util.TreeSet;

/** Fine classes of a quantity: about equally many cases in each, with bounds as round as the values allow. */
final class FineClasses {

    private FineClasses() {
    }

    /** @param sorted values in rising order @return bounds in rising order; a value belongs to the class above a bound it equals */
    static double[] cuts(double[] sorted, int classes) {
        TreeSet<Double> cuts = new TreeSet<>();
        for (int k = 1; k < classes; k++) {
            int at = (int) ((long) k * sorted.length / classes);
            if (at == 0) {
                continue;
            }
            // the first change of value at or after the quantile
            while (at < sorted.length && sorted[at] == sorted[at - 1]) {
                at++;
            }
            if (at < sorted.length) {
                cuts.add(RoundNumbers.between(sorted[at - 1], sorted[at]));
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).filter(cut -> cut > sorted[0] && cut <= sorted[sorted.length - 1]).toArray();
    }

    static int of(double value, double[] cuts) {
        int at = Arrays.binarySearch(cuts, value);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
