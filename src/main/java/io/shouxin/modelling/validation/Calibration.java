package io.shouxin.modelling.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Whether as many cases went bad as was predicted (校准).
 *
 * @param groups        cases in order of their predicted probability, in about ten groups of equal size
 * @param brier         mean squared distance of prediction and outcome, smaller is better
 * @param brierOfMean   the same if everybody were given the sample's bad rate
 * @param hosmerLemeshow sum over groups of squared distance of bad cases and predicted bad cases over its variance
 * @param pValue        probability of a distance at least as great in a well calibrated model (chi-squared, groups - 2 degrees
 *                      of freedom for the sample trained on, groups for cases it was not trained on)
 */
public record Calibration(List<Group> groups, double brier, double brierOfMean, double hosmerLemeshow, double pValue) {

    private static final int GROUPS = 10;
    /** A group on which less than this many bad cases are expected says nothing about calibration. */
    private static final double LEAST_VARIANCE = 1e-9;

    /**
     * @param predicted mean predicted probability
     * @param cases     cases in the group
     * @param bad       of these, bad ones
     */
    public record Group(double predicted, int cases, int bad) {

        public double observed() {
            return (double) bad / cases;
        }
    }

    /** For cases the model was not fitted to. */
    public static Calibration of(double[] probability, boolean[] bad) {
        int n = probability.length;
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> probability[i])).mapToInt(i -> i).toArray();
        int count = Math.max(3, Math.min(GROUPS, n / 10));
        List<Group> groups = new ArrayList<>();
        double distance = 0;
        for (int g = 0; g < count; g++) {
            int from = (int) ((long) g * n / count);
            int to = (int) ((long) (g + 1) * n / count);
            double expected = IntStream.range(from, to).mapToDouble(i -> probability[order[i]]).sum();
            int observed = (int) IntStream.range(from, to).filter(i -> bad[order[i]]).count();
            Group group = new Group(expected / (to - from), to - from, observed);
            groups.add(group);
            double variance = Math.max(expected * (1 - group.predicted()), LEAST_VARIANCE);
            distance += (observed - expected) * (observed - expected) / variance;
        }
        double rate = (double) IntStream.range(0, n).filter(i -> bad[i]).count() / n;
        double brier = IntStream.range(0, n).mapToDouble(i -> square(probability[i] - (bad[i] ? 1 : 0))).sum() / n;
        double pValue = 1 - new ChiSquaredDistribution(count).cumulativeProbability(distance);
        return new Calibration(List.copyOf(groups), brier, rate * (1 - rate), distance, pValue);
    }

    private static double square(double number) {
        return number * number;
    }
}
