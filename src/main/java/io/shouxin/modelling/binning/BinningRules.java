package io.shouxin.modelling.binning;

/**
 * How factors are cut into bins.
 *
 * @param mostBins  most bins of known values; a bin for missing ones may come on top
 * @param leastShare least share of the cases in a bin, e.g. 0.05
 * @param trend     how the weight of evidence may run along a quantity
 * @param smoothing see {@link WeightOfEvidence}
 * @param fineBins  number of fine classes a quantity is first cut into
 */
public record BinningRules(int mostBins, double leastShare, Trend trend, double smoothing, int fineBins) {

    public static final BinningRules USUAL = new BinningRules(6, 0.05, Trend.MONOTONE, 0, 20);

    public BinningRules {
        if (mostBins < 2 || leastShare <= 0 || leastShare > 0.5 || smoothing < 0 || fineBins < mostBins) {
            throw new IllegalArgumentException("no such bins: " + mostBins + ", " + leastShare + ", " + smoothing + ", " + fineBins);
        }
    }
}
