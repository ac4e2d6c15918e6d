package io.shouxin.modelling.report;

import io.shouxin.modelling.binning.Bin;
import io.shouxin.modelling.binning.Binning;
import java.util.List;

/** How the bad rate runs along the bins of a factor. */
final class FactorPlot {

    private FactorPlot() {
    }

    static String figure(Binning binning) {
        List<Bin> bins = binning.bins();
        double highest = Math.max(1e-6, bins.stream().mapToDouble(Bin::badRate).max().orElse(0));
        Plot plot = new Plot(binning.factor(), 1, highest, "", "坏样本率 bad rate");
        for (int k = 0; k < bins.size(); k++) {
            Bin bin = bins.get(k);
            plot.bar(k, bins.size(), bin.badRate(), bin.kind() == Bin.Kind.MISSING ? "缺失 missing" : bin.label(),
                    "%s: %d/%d, WOE %s".formatted(bin.label(), bin.bad(), bin.cases(), Html.number(bin.woe(), 3)));
        }
        return Html.figure(plot.end(), binning.factor(), "IV " + Html.number(binning.iv(), 4));
    }
}
