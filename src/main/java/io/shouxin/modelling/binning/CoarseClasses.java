package io.shouxin.modelling.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins neighbouring fine classes so that the information value is the greatest there is under the rules: not too many bins,
 * none too small, and, if asked for, a bad rate that only rises or only falls. All ways to join are compared (by dynamic
 * programming), so the result does not depend on an order of merging.
 */
final class CoarseClasses {

    private final long[] good;
    private final long[] bad;
    private final BinningRules rules;
    private final WeightOfEvidence evidence;
    private final long fewest;

    /** @param good good cases per fine class, in the order of the values; {@code bad} alike */
    CoarseClasses(long[] good, long[] bad, BinningRules rules, WeightOfEvidence evidence) {
        this.good = sums(good);
        this.bad = sums(bad);
        this.rules = rules;
        this.evidence = evidence;
        this.fewest = (long) Math.ceil(rules.leastShare() * (evidence.goods() + evidence.bads()));
    }

    /** Where the coarse classes begin, as indices of fine classes; the first is 0. */
    List<Integer> starts() {
        if (rules.trend() == Trend.ANY) {
            return best(0).starts();
        }
        if (rules.trend() == Trend.STRAIGHT) {
            return largeEnough();
        }
        Partition rising = best(1);
        Partition falling = best(-1);
        return (rising.iv() >= falling.iv() ? rising : falling).starts();
    }

    /** Fine classes as they are, each too small one joined with the next, the last with the one before. */
    private List<Integer> largeEnough() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int j = 1; j < good.length - 1; j++) {
            if (large(starts.get(starts.size() - 1), j)) {
                starts.add(j);
            }
        }
        if (starts.size() > 1 && !large(starts.get(starts.size() - 1), good.length - 1)) {
            starts.remove(starts.size() - 1);
        }
        return starts;
    }

    /** @param trend 1: the bad rate rises, -1: it falls, 0: as it likes */
    private Partition best(int trend) {
        int n = good.length - 1;
        int most = rules.mostBins();
        // best[k][i][j]: greatest information value of classes 0..j-1 in k bins, of which the last is i..j-1
        double[][][] best = new double[most + 1][n + 1][n + 1];
        int[][][] from = new int[most + 1][n + 1][n + 1];
        for (double[][] plane : best) {
            for (double[] line : plane) {
                Arrays.fill(line, Double.NEGATIVE_INFINITY);
            }
        }
        Partition found = new Partition(evidence.iv(good[n], bad[n]), List.of(0));
        for (int j = 1; j <= n; j++) {
            best[1][0][j] = large(0, j) ? iv(0, j) : Double.NEGATIVE_INFINITY;
        }
        for (int k = 2; k <= most; k++) {
            for (int i = 1; i < n; i++) {
                for (int j = i + 1; j <= n; j++) {
                    if (!large(i, j)) {
                        continue;
                    }
                    for (int h = 0; h < i; h++) {
                        double before = best[k - 1][h][i];
                        if (before > Double.NEGATIVE_INFINITY && allowed(trend, h, i, j) && before + iv(i, j) > best[k][i][j]) {
                            best[k][i][j] = before + iv(i, j);
                            from[k][i][j] = h;
                        }
                    }
                }
                if (best[k][i][n] > found.iv() + 1e-12) {
                    found = new Partition(best[k][i][n], traced(from, k, i, n));
                }
            }
        }
        return found;
    }

    private static List<Integer> traced(int[][][] from, int bins, int last, int end) {
        List<Integer> starts = new ArrayList<>();
        int i = last;
        int j = end;
        for (int k = bins; k > 1; k--) {
            starts.add(0, i);
            int h = from[k][i][j];
            j = i;
            i = h;
        }
        starts.add(0, 0);
        return starts;
    }

    private boolean allowed(int trend, int h, int i, int j) {
        // bad rates compared as fractions, without rounding
        long left = (bad[i] - bad[h]) * cases(i, j);
        long right = (bad[j] - bad[i]) * cases(h, i);
        return trend == 0 || Long.signum(right - left) == trend;
    }

    private boolean large(int from, int to) {
        return cases(from, to) >= fewest;
    }

    private double iv(int from, int to) {
        return evidence.iv(good[to] - good[from], bad[to] - bad[from]);
    }

    private long cases(int from, int to) {
        return good[to] - good[from] + bad[to] - bad[from];
    }

    private static long[] sums(long[] counts) {
        long[] sums = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        return sums;
    }

    private record Partition(double iv, List<Integer> starts) {
    }
}
