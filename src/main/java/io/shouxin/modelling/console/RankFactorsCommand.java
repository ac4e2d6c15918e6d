package io.shouxin.modelling.console;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Wording;
import io.shouxin.modelling.binning.Binning;
import io.shouxin.modelling.binning.BinningRules;
import io.shouxin.modelling.binning.FactorBins;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.report.RankingReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ranks factors by what they tell about an outcome. */
@Component
@Command(name = "rank-factors", mixinStandardHelpOptions = true,
        description = "Ranks the columns of a file by their information value for an outcome, and shows how the bad rate runs along each.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:ranked", "1:refused: the file does not fit", "2:the command line is wrong"})
class RankFactorsCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private BinningOptions bins = new BinningOptions();

    @Option(names = "--report", paramLabel = "FILE", description = "write a page with a plot per factor (.html)")
    private Path report;

    @Spec
    private CommandSpec spec;

    private final Wording words;

    RankFactorsCommand(Wording words) {
        this.words = words;
    }

    @Override
    public Integer call() throws IOException {
        BinningRules rules;
        try {
            rules = bins.rules();
        } catch (IllegalArgumentException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return 2;
        }
        Outcome<Sample> outcome = data.sample();
        if (!outcome.isDone()) {
            return RefusalPrinter.print(outcome.refusals(), words, spec.commandLine().getErr());
        }
        Sample sample = outcome.orElseThrow();
        List<Binning> ranked = new FactorBins(sample, sample.all(), rules).ranked();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s: %,d cases, %,d bad, sha256 %s%n", sample.table().source(), sample.size(), sample.bads(), sample.table().sha256());
        for (Binning binning : ranked) {
            out.printf(Locale.ROOT, "%-32s IV %.8f%n", binning.factor(), binning.iv());
            binning.bins().forEach(bin -> out.printf(Locale.ROOT, "    %-28s %6d cases %6d bad  %6.2f%%  WOE %9.6f%n", bin.label(), bin.cases(), bin.bad(),
                    100 * bin.badRate(), bin.woe()));
        }
        out.flush();
        if (report != null) {
            Files.writeString(report, RankingReport.text(sample, ranked));
        }
        return 0;
    }
}
