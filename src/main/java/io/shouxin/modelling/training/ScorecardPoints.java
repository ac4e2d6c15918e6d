package io.shouxin.modelling.training;

import io.shouxin.modelling.binning.Bin;
import io.shouxin.modelling.binning.Binning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as points from 0 (riskiest) to 100 (safest): the linear mapping of its log-odds on the scale of the house, so that
 * ranks stay as they are. The riskiest bin of a factor has 0 points. Points have one decimal and are rounded down; what is
 * left to 100 is the base every case has.
 *
 * @param base points every case has
 */
public record ScorecardPoints(BigDecimal base, List<FactorPoints> factors) {

    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    /** @param most points of the factor's safest bin */
    public record FactorPoints(Binning binning, BigDecimal most, List<BinPoints> bins) {
    }

    /**
     * @param points  0 to {@code most} of the factor
     * @param scaled  the bin's part in the score on the plan's scale, where the base is the offset less the intercept's part
     * @param verdict {@code STRONG}, {@code FAIR}, {@code WEAK}; {@code UNDEFINED} for a missing value
     */
    public record BinPoints(Bin bin, BigDecimal points, BigDecimal scaled, String verdict) {
    }

    public static ScorecardPoints of(TrainedModel model, Scaling scaling) {
        double range = 0;
        for (int k = 0; k < model.factors().size(); k++) {
            range += spread(model, k);
        }
        List<FactorPoints> factors = new ArrayList<>();
        BigDecimal base = FULL_SCORE;
        for (int k = 0; k < model.factors().size(); k++) {
            FactorPoints factor = factor(model, k, range, scaling);
            base = base.subtract(factor.most());
            factors.add(factor);
        }
        return new ScorecardPoints(base, List.copyOf(factors));
    }

    private static FactorPoints factor(TrainedModel model, int k, double range, Scaling scaling) {
        Binning binning = model.factors().get(k);
        double riskiest = binning.bins().stream().mapToDouble(Bin::woe).max().orElseThrow();
        BigDecimal most = rounded(100 * spread(model, k) / range);
        List<BinPoints> bins = binning.bins().stream().map(bin -> {
            BigDecimal points = range == 0 ? BigDecimal.ZERO : rounded(100 * model.coefficient(k) * (riskiest - bin.woe()) / range);
            BigDecimal scaled = BigDecimal.valueOf(-scaling.factor() * model.coefficient(k) * bin.woe()).setScale(1, RoundingMode.HALF_UP);
            return new BinPoints(bin, points, scaled, verdict(bin, points, most));
        }).toList();
        return new FactorPoints(binning, most, bins);
    }

    private static double spread(TrainedModel model, int k) {
        List<Bin> bins = model.factors().get(k).bins();
        return model.coefficient(k) * (bins.stream().mapToDouble(Bin::woe).max().orElse(0) - bins.stream().mapToDouble(Bin::woe).min().orElse(0));
    }

    private static BigDecimal rounded(double points) {
        // a hair more, so that 12.3 that came out as 12.2999999 stays 12.3
        return BigDecimal.valueOf(points + 1e-9).setScale(1, RoundingMode.DOWN);
    }

    private static String verdict(Bin bin, BigDecimal points, BigDecimal most) {
        if (bin.kind() == Bin.Kind.MISSING) {
            return "UNDEFINED";
        }
        if (points.multiply(BigDecimal.valueOf(3)).compareTo(most.multiply(BigDecimal.valueOf(2))) >= 0) {
            return "STRONG";
        }
        return points.multiply(BigDecimal.valueOf(3)).compareTo(most) >= 0 ? "FAIR" : "WEAK";
    }
}
