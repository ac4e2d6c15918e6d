package io.shouxin.modelling.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How well a score tells good cases from bad ones (区分能力).
 *
 * @param auc   probability that a bad case has the higher score than a good one, ties counted half
 * @param error standard error of the AUC after DeLong, DeLong and Clarke-Pearson (1988)
 * @param ks    greatest distance between the two cumulated distributions (Kolmogorov-Smirnov)
 */
public record Discrimination(double auc, double error, double ks, int goods, int bads) {

    private static final double TWO_SIDED_95 = new NormalDistribution().inverseCumulativeProbability(0.975);

    /** @param score the higher, the riskier */
    public static Discrimination of(double[] score, boolean[] bad) {
        int n = score.length;
        Integer[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> score[i])).toArray(Integer[]::new);
        double[] all = midranks(score, order);
        Integer[] badOrder = Arrays.stream(order).filter(i -> bad[i]).toArray(Integer[]::new);
        Integer[] goodOrder = Arrays.stream(order).filter(i -> !bad[i]).toArray(Integer[]::new);
        double[] amongBad = midranks(score, badOrder);
        double[] amongGood = midranks(score, goodOrder);
        int bads = badOrder.length;
        int goods = goodOrder.length;
        if (bads == 0 || goods == 0) {
            throw new IllegalArgumentException("good and bad cases are needed: " + goods + " and " + bads);
        }
        double[] ofBad = new double[bads];
        double[] ofGood = new double[goods];
        for (int k = 0; k < bads; k++) {
            ofBad[k] = (all[badOrder[k]] - amongBad[badOrder[k]]) / goods;
        }
        for (int k = 0; k < goods; k++) {
            ofGood[k] = 1 - (all[goodOrder[k]] - amongGood[goodOrder[k]]) / bads;
        }
        double auc = Arrays.stream(ofBad).average().orElseThrow();
        double error = Math.sqrt(variance(ofBad) / bads + variance(ofGood) / goods);
        return new Discrimination(auc, error, ks(score, bad, order, goods, bads), goods, bads);
    }

    /** Gini coefficient (accuracy ratio). */
    public double gini() {
        return 2 * auc - 1;
    }

    /** Lower bound of the 95 % interval of the AUC. */
    public double lower() {
        return Math.max(0, auc - TWO_SIDED_95 * error);
    }

    public double upper() {
        return Math.min(1, auc + TWO_SIDED_95 * error);
    }

    private static double ks(double[] score, boolean[] bad, Integer[] order, int goods, int bads) {
        double distance = 0;
        int goodSeen = 0;
        int badSeen = 0;
        for (int k = 0; k < order.length; k++) {
            badSeen += bad[order[k]] ? 1 : 0;
            goodSeen += bad[order[k]] ? 0 : 1;
            if (k == order.length - 1 || score[order[k + 1]] != score[order[k]]) {
                distance = Math.max(distance, Math.abs((double) goodSeen / goods - (double) badSeen / bads));
            }
        }
        return distance;
    }

    /** Ranks from 1, equal scores sharing the mean of theirs; at the index of the case. */
    private static double[] midranks(double[] score, Integer[] order) {
        double[] ranks = new double[score.length];
        for (int from = 0; from < order.length;) {
            int to = from;
            while (to < order.length && score[order[to]] == score[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double variance(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
    }
}
