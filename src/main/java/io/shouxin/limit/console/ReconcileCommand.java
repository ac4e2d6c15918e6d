package io.shouxin.limit.console;

import io.shouxin.limit.LedgerDifference;
import io.shouxin.limit.LedgerHistory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds the limit ledger up anew, whenever an operator wants to know. */
@Component
@Command(name = "reconcile-ledger", mixinStandardHelpOptions = true,
        description = {"Compares every balance of the limit ledger with its entries, its children and its open reservations.",
            "Lists each difference with the entry where they part. Changes nothing."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything agrees", "1:the ledger could not be read", "2:the command line is wrong", "3:something disagrees"})
public class ReconcileCommand implements Callable<Integer> {

    private static final int ALL_AGREE = 0;
    private static final int SOME_DIFFER = 3;

    @Spec
    private CommandSpec spec;

    private final LedgerHistory history;

    ReconcileCommand(LedgerHistory history) {
        this.history = history;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        List<LedgerDifference> differences = history.reconcile();
        differences.forEach(difference -> out.println("%s %s: expected %s, found %s; see entry %s".formatted(difference.account(),
                difference.what(), difference.expected().toPlainString(), difference.found().toPlainString(),
                difference.entry().map(String::valueOf).orElse("none"))));
        out.println("%,d differences; %.1f s".formatted(differences.size(), Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
        out.flush();
        return differences.isEmpty() ? ALL_AGREE : SOME_DIFFER;
    }
}
