package io.shouxin.modelling.console;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Wording;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.report.ModelFile;
import io.shouxin.modelling.report.ScorecardFile;
import io.shouxin.modelling.report.TrainingReport;
import io.shouxin.modelling.training.ScorecardPoints;
import io.shouxin.modelling.training.Scaling;
import io.shouxin.modelling.training.Training;
import io.shouxin.modelling.training.TrainingPlan;
import io.shouxin.modelling.validation.Discrimination;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a scorecard on past cases and writes it down: a draft decision table, the model, a report. */
@Component
@Command(name = "train-model",
        description = {"Trains a scorecard on past cases and tries it out on cases held back.",
            "Writes a draft decision table (.dmn), the model (.json) and a report (.html); publishes nothing.",
            "The same command on the same file gives the same model."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:trained", "1:refused: the file does not fit, or no model can be had from it", "2:the command line is wrong"})
class TrainModelCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private BinningOptions bins = new BinningOptions();

    @Option(names = "--later", paramLabel = "FILE", description = "cases of another time with the same columns, to try the model on")
    private Path later;

    @Option(names = "--min-iv", paramLabel = "IV", defaultValue = "0.02", description = "least information value of a factor (default: ${DEFAULT-VALUE})")
    private double leastIv;

    @Option(names = "--max-correlation", paramLabel = "R", defaultValue = "0.8",
            description = "of two factors that correlate more, the weaker is left out (default: ${DEFAULT-VALUE})")
    private double mostCorrelation;

    @Option(names = "--max-factors", paramLabel = "N", defaultValue = "12", description = "most factors in the model (default: ${DEFAULT-VALUE})")
    private int mostFactors;

    @Option(names = "--ridge", paramLabel = "WEIGHT", defaultValue = "0",
            description = "penalty on large coefficients, for few cases; factors are then taken by information value (default: ${DEFAULT-VALUE})")
    private double ridge;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "parts of the cross-validation (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "10", description = "times it is repeated (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "of the cuts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--name", paramLabel = "KEY", required = true, description = "policy key of the draft, e.g. scorecard-invoices")
    private String name;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    private boolean help;

    @Option(names = "--version", paramLabel = "VERSION", required = true, description = "version of the draft, e.g. 2026.2")
    private String version;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "where to write; made if need be")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final Wording words;

    TrainModelCommand(Wording words) {
        this.words = words;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        TrainingPlan plan;
        try {
            plan = new TrainingPlan(bins.rules(), leastIv, mostCorrelation, mostFactors, ridge, folds, repeats, seed, Scaling.USUAL);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
        if (!name.matches("[a-z][a-z0-9-]{2,60}") || !version.matches("[0-9A-Za-z.-]{1,20}")) {
            err.println("--name is lower-case letters, digits and hyphens; --version letters, digits, dots and hyphens");
            return 2;
        }
        Outcome<Training> outcome = data.sample().then(sample -> later == null ? Training.of(sample, plan, null)
                : data.sample(later).then(other -> Training.of(sample, plan, other)));
        if (!outcome.isDone()) {
            return RefusalPrinter.print(outcome.refusals(), words, err);
        }
        write(outcome.orElseThrow());
        print(outcome.orElseThrow());
        return 0;
    }

    private void write(Training training) throws IOException {
        Files.createDirectories(out);
        ScorecardFile file = new ScorecardFile(name, version, "统计评分卡草稿", "由 %s 训练（SHA-256 %s，%d 个样本、%d 个坏样本，种子 %d）；满分 100 分，每个因素恰好命中一行，区间含下界、不含上界。"
                .formatted(training.sample().table().source(), training.sample().table().sha256(), training.sample().size(),
                        training.sample().bads(), training.plan().seed()));
        Files.writeString(out.resolve(name + "-" + version + ".dmn"), file.text(ScorecardPoints.of(training.model(), training.plan().scaling())));
        Files.writeString(out.resolve(name + "-" + version + "-model.json"), ModelFile.text(name, version, training));
        Files.writeString(out.resolve(name + "-" + version + "-report.html"), TrainingReport.text(name, version, training));
    }

    private void print(Training training) {
        PrintWriter told = spec.commandLine().getOut();
        Sample sample = training.sample();
        told.printf(Locale.ROOT, "%s: %,d cases, %,d bad, %d factors, sha256 %s%n", sample.table().source(), sample.size(), sample.bads(),
                sample.factors().size(), sample.table().sha256());
        for (int k = 0; k < training.model().factors().size(); k++) {
            told.printf(Locale.ROOT, "  %-28s coefficient %7.4f (%.4f)  IV %.4f  chosen in %d of %d%n", training.model().factors().get(k).factor(),
                    training.model().coefficient(k), training.model().fit().standardErrors()[k + 1], training.model().factors().get(k).iv(),
                    training.tried().timesChosen().getOrDefault(training.model().factors().get(k).factor(), 0), training.tried().models());
        }
        print(told, "on its own cases", training.fitted());
        print(told, "held back", training.heldBack());
        told.printf(Locale.ROOT, "cross-validation: AUC %.4f, deviation %.4f, %.4f to %.4f in %d repeats%n", training.tried().meanAuc(),
                training.tried().deviation(), training.tried().range()[0], training.tried().range()[1], training.tried().aucs().size());
        told.printf(Locale.ROOT, "calibration: Brier %.4f (of the mean %.4f), Hosmer-Lemeshow p %.4f; PSI %.4f%n", training.calibrated().brier(),
                training.calibrated().brierOfMean(), training.calibrated().pValue(), training.stability());
        training.later().ifPresent(other -> {
            print(told, "later cases", other.discrimination());
            told.printf(Locale.ROOT, "later cases: Brier %.4f (of the mean %.4f), Hosmer-Lemeshow p %.4f; PSI %.4f%n", other.calibration().brier(),
                    other.calibration().brierOfMean(), other.calibration().pValue(), other.stability());
        });
        told.flush();
    }

    static void print(PrintWriter out, String what, Discrimination told) {
        out.printf(Locale.ROOT, "%s: AUC %.4f [%.3f to %.3f], Gini %.4f, KS %.4f%n", what, told.auc(), told.lower(), told.upper(), told.gini(), told.ks());
    }
}
