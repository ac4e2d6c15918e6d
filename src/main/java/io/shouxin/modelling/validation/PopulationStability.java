package io.shouxin.modelling.validation;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Population stability index (群体稳定性指标, PSI) of two samples of one score: sum over the deciles of the first of
 * {@code (share2 - share1) * ln(share2 / share1)}. Below 0.1 little has changed, above 0.25 much has. An empty decile counts
 * as half a case.
 */
public final class PopulationStability {

    private static final int DECILES = 10;

    private PopulationStability() {
    }

    public static double index(double[] before, double[] after) {
        double[] sorted = before.clone();
        Arrays.sort(sorted);
        TreeSet<Double> cuts = new TreeSet<>();
        for (int k = 1; k < DECILES; k++) {
            cuts.add(sorted[(int) ((long) k * sorted.length / DECILES)]);
        }
        double[] bounds = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        double[] one = shares(before, bounds);
        double[] other = shares(after, bounds);
        double index = 0;
        for (int k = 0; k < one.length; k++) {
            index += (other[k] - one[k]) * Math.log(other[k] / one[k]);
        }
        return index;
    }

    private static double[] shares(double[] scores, double[] bounds) {
        double[] counts = new double[bounds.length + 1];
        for (double score : scores) {
            int at = Arrays.binarySearch(bounds, score);
            counts[at >= 0 ? at + 1 : -at - 1]++;
        }
        return Arrays.stream(counts).map(count -> Math.max(count, 0.5) / scores.length).toArray();
    }
}
