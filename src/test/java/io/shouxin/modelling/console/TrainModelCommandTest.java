package io.shouxin.modelling.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.Wording;
import io.shouxin.modelling.Cases;
import io.shouxin.modelling.data.NumberColumn;
import io.shouxin.modelling.data.Sample;
import io.shouxin.modelling.data.TextColumn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import picocli.CommandLine;

class TrainModelCommandTest {

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Wording words = new DefaultListableBeanFactory().createBean(Wording.class);
    private Path file;

    @BeforeEach
    void writeCases() throws IOException {
        Sample firms = Cases.firms(400, 5);
        NumberColumn size = (NumberColumn) firms.factor("size");
        NumberColumn voids = (NumberColumn) firms.factor("voids");
        TextColumn trade = (TextColumn) firms.factor("trade");
        StringBuilder text = new StringBuilder("firm,size,voids,trade,end\n");
        for (int row = 0; row < firms.size(); row++) {
            text.append('F').append(row).append(',').append(size.values()[row]).append(',').append(voids.missing(row) ? "" : voids.values()[row])
                    .append(',').append(trade.values()[row]).append(',').append(firms.bad()[row] ? "bad" : "good").append('\n');
        }
        file = Files.writeString(folder.resolve("firms.csv"), text);
    }

    @Test
    void writesDraftModelAndReportAndTheSameOnesAgain() throws IOException {
        assertThat(run(new TrainModelCommand(words), "--exclude", "firm", "--name", "scorecard-try", "--version", "1", "--repeats", "2",
                "--out", folder.resolve("a").toString())).isZero();
        run(new TrainModelCommand(words), "--exclude", "firm", "--name", "scorecard-try", "--version", "1", "--repeats", "2",
                "--out", folder.resolve("b").toString());

        for (String name : new String[] {"scorecard-try-1.dmn", "scorecard-try-1-model.json", "scorecard-try-1-report.html"}) {
            assertThat(Files.readString(folder.resolve("a").resolve(name))).isEqualTo(Files.readString(folder.resolve("b").resolve(name)));
        }
        assertThat(out.toString()).contains("400 cases", "size", "held back: AUC", "cross-validation: AUC");
    }

    @Test
    void triesTheModelOnCasesOfAnotherTime() {
        assertThat(run(new TrainModelCommand(words), "--exclude", "firm", "--name", "scorecard-try", "--version", "1", "--repeats", "1",
                "--later", file.toString(), "--out", folder.resolve("a").toString())).isZero();
        assertThat(out.toString()).contains("later cases: AUC", "PSI 0.0000");
    }

    @Test
    void saysWhyNothingCanBeTrainedAndWritesNothing() {
        assertThat(run(new TrainModelCommand(words), "--exclude", "nobody", "--name", "scorecard-try", "--version", "1",
                "--out", folder.resolve("a").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("DATA_COLUMN_UNKNOWN", "nobody");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void refusesACallThatMakesNoSense() {
        assertThat(run(new TrainModelCommand(words), "--name", "../x", "--version", "1", "--out", "a")).isEqualTo(2);
        assertThat(run(new TrainModelCommand(words), "--name", "scorecard-try", "--version", "1", "--out", "a", "--max-bins", "1")).isEqualTo(2);
        assertThat(run(new RankFactorsCommand(words), "--min-share", "0.9")).isEqualTo(2);
    }

    @Test
    void ranksFactorsAndMeasuresScores() {
        assertThat(run(new RankFactorsCommand(words), "--exclude", "firm", "--report", folder.resolve("ranking.html").toString())).isZero();
        assertThat(out.toString()).contains("size", "IV ", "WOE");
        assertThat(folder.resolve("ranking.html")).content().contains("因素排序", "<svg");

        assertThat(run(new ValidateScoresCommand(words), "--score", "size,-voids")).isZero();
        assertThat(out.toString()).contains("-voids (376 cases");
        assertThat(run(new ValidateScoresCommand(words), "--score", "trade")).isEqualTo(1);
    }

    private int run(Callable<Integer> command, String... options) {
        String[] all = new String[options.length + 6];
        System.arraycopy(new String[] {"--data", file.toString(), "--outcome", "end", "--bad", "bad"}, 0, all, 0, 6);
        System.arraycopy(options, 0, all, 6, options.length);
        return new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
    }
}
