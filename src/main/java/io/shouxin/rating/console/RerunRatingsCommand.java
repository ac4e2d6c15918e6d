package io.shouxin.rating.console;

import io.shouxin.rating.RatingRerun;
import io.shouxin.rating.RatingReruns;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that every past rating can be told again. */
@Component
@Command(name = "rerun-ratings", mixinStandardHelpOptions = true,
        description = "Runs all past ratings again from their stored facts and table versions, and lists those that come out otherwise. Changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all ratings agree", "1:the ratings could not be read", "2:the command line is wrong", "3:at least one rating differs"})
public class RerunRatingsCommand implements Callable<Integer> {

    private static final int ALL_AGREE = 0;
    private static final int SOME_DIFFER = 3;

    @Option(names = "--shown", paramLabel = "N", defaultValue = "100", description = "list at most so many that differ (${DEFAULT-VALUE})")
    private int shown;

    @Spec
    private CommandSpec spec;

    private final RatingReruns reruns;
    private long agreed;
    private long differing;

    RerunRatingsCommand(RatingReruns reruns) {
        this.reruns = reruns;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        agreed = 0;
        differing = 0;
        long start = System.nanoTime();
        reruns.all(rerun -> count(rerun, out));
        long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toMillis());
        out.println("%,d ratings run again: %,d agree, %,d differ; %.1f s, %,d a second".formatted(agreed + differing, agreed, differing,
                millis / 1000.0, (agreed + differing) * 1000 / millis));
        out.flush();
        return differing == 0 ? ALL_AGREE : SOME_DIFFER;
    }

    private void count(RatingRerun rerun, PrintWriter out) {
        if (rerun.agrees()) {
            agreed++;
            return;
        }
        if (differing++ < shown) {
            rerun.differences().forEach(difference -> out.println("%s %s %s: stored %s, run again %s".formatted(rerun.rating(),
                    rerun.subject(), difference.what(), difference.stored(), difference.rerun())));
        }
    }
}
