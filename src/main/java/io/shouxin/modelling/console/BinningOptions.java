package io.shouxin.modelling.console;

import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.binning.Trend;
import picocli.CommandLine.Option;

/** Options that say how factors are cut into bins. */
class BinningOptions {

    @Option(names = "--max-bins", paramLabel = "N", defaultValue = "6", description = "most bins of known values (default: ${DEFAULT-VALUE})")
    private int mostBins;

    @Option(names = "--min-share", paramLabel = "SHARE", defaultValue = "0.05", description = "least share of the cases in a bin (default: ${DEFAULT-VALUE})")
    private double leastShare;

    @Option(names = "--trend", paramLabel = "TREND", defaultValue = "MONOTONE",
            description = {"how risk may run along a quantity (default: ${DEFAULT-VALUE}):", "ANY: as it likes", "MONOTONE: only up or only down",
                "STRAIGHT: by equal steps, bounds set without a look at the outcome; for few cases"})
    private Trend trend;

    @Option(names = "--smoothing", paramLabel = "CASES", defaultValue = "0",
            description = "average cases added to each bin, so that a bin of few cases says little (default: ${DEFAULT-VALUE})")
    private double smoothing;

    @Option(names = "--fine-bins", paramLabel = "N", defaultValue = "20", description = "fine classes before joining (default: ${DEFAULT-VALUE})")
    private int fineBins;

    /** @throws IllegalArgumentException when there are no such bins */
    BinningRules rules() {
        return new BinningRules(mostBins, leastShare, trend, smoothing, fineBins);
    }
}
