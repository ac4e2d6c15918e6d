package io.shouxin.modelling.console;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import io.shouxin.modelling.data.Column;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.validation.Discrimination;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well scores that are there already tell good cases from bad ones; nothing is fitted. */
@Component
@Command(name = "validate-scores", mixinStandardHelpOptions = true,
        description = "Measures how well scores in a file tell good cases from bad ones: AUC with its interval, Gini, KS. Nothing is fitted.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:refused: the file does not fit", "2:the command line is wrong"})
class ValidateScoresCommand implements Callable<Integer> {

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--score", paramLabel = "COLUMN", split = ",", required = true,
            description = "columns with scores where higher is safer; a name with a minus before it: higher is riskier")
    private List<String> scores;

    @Spec
    private CommandSpec spec;

    private final Wording words;

    ValidateScoresCommand(Wording words) {
        this.words = words;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Outcome<Sample> outcome = data.sample();
        if (!outcome.isDone()) {
            return RefusalPrinter.print(outcome.refusals(), words, err);
        }
        Sample sample = outcome.orElseThrow();
        for (String score : scores) {
            String name = score.startsWith("-") ? score.substring(1) : score;
            Column column = sample.factors().stream().filter(factor -> factor.name().equals(name)).findFirst().orElse(null);
            if (!(column instanceof NumberColumn number)) {
                return RefusalPrinter.print(List.of(Refusal.of("DATA_COLUMN_UNKNOWN").at("score").with("column", name)), words, err);
            }
            measure(sample, number, score.startsWith("-") ? 1 : -1, score);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** A case without a score can be neither good nor bad by it: it is left out, and how many there are is said. */
    private void measure(Sample sample, NumberColumn column, int sign, String name) {
        int[] rows = java.util.Arrays.stream(sample.all()).filter(row -> !column.missing(row)).toArray();
        double[] risk = java.util.Arrays.stream(rows).mapToDouble(row -> sign * column.values()[row]).toArray();
        boolean[] bad = sample.badOf(rows);
        int bads = (int) java.util.stream.IntStream.range(0, bad.length).filter(i -> bad[i]).count();
        PrintWriter out = spec.commandLine().getOut();
        if (bads == 0 || bads == bad.length) {
            out.printf("%s: only one kind of outcome among the %d cases that have it%n", name, bad.length);
            return;
        }
        TrainModelCommand.print(out, "%s (%d cases, %d bad, %d without)".formatted(name, rows.length, bads, sample.size() - rows.length),
                Discrimination.of(risk, bad));
    }
}
