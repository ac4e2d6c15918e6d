package io.shouxin.modelling.binning;

/**
 * Weight of evidence (证据权重, WOE) and information value (信息值, IV) of a bin:
 * {@code WOE = ln((bad in bin / all bad) / (good in bin / all good))}, so that a positive WOE means riskier than average, and
 * {@code IV = (share of bad - share of good) * WOE}, never negative.
 *
 * <p>A bin with no bad or no good case would be infinitely safe or risky. There, half a case is added to both counts.
 * With a smoothing of {@code m}, every bin is first given {@code m} more cases with the sample's own bad rate, so that a bin
 * of few cases says little.
 *
 * @param goods     all good cases
 * @param bads      all bad cases
 * @param smoothing cases of average quality added to each bin, 0 for none
 */
public record WeightOfEvidence(long goods, long bads, double smoothing) {

    private static final double HALF_A_CASE = 0.5;

    public double woe(long good, long bad) {
        return Math.log(shareOfBad(good, bad) / shareOfGood(good, bad));
    }

    public double iv(long good, long bad) {
        return (shareOfBad(good, bad) - shareOfGood(good, bad)) * woe(good, bad);
    }

    private double shareOfBad(long good, long bad) {
        return (bad + added(good, bad) + smoothing * bads / (goods + bads)) / bads;
    }

    private double shareOfGood(long good, long bad) {
        return (good + added(good, bad) + smoothing * goods / (goods + bads)) / goods;
    }

    private double added(long good, long bad) {
        return smoothing == 0 && (good == 0 || bad == 0) ? HALF_A_CASE : 0;
    }
}
