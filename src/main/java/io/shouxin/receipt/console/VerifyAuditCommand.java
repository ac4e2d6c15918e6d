package io.shouxin.receipt.console;

import io.shouxin.kernel.ConsoleLanguage;
import io.shouxin.receipt.DecisionProof;
import io.shouxin.receipt.FindingWords;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks that everything decided still stands as it was decided, whenever somebody wants to know. */
@Component
@Command(name = "verify-audit", mixinStandardHelpOptions = true,
        description = {"Checks every entry of the audit trail and every seal over it, and holds every decision receipt against the database.",
            "Names each entry and each column that was changed, removed, put in or moved. Changes nothing."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything stands as it was written", "1:the database could not be read", "2:the command line is wrong",
            "3:something was changed, removed, put in or moved"})
class VerifyAuditCommand implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int CHANGED = 3;

    @Mixin
    private ConsoleLanguage language;

    @Spec
    private CommandSpec spec;

    private final DecisionProof proof;

    VerifyAuditCommand(DecisionProof proof) {
        this.proof = proof;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        DecisionProof.Result found = proof.run();
        found.findings().forEach(finding -> out.println(language.isChinese() ? FindingWords.chinese(finding.what()) : finding.what()));
        out.println(language.say("%,d 条记录、%,d 个封签、%,d 份回执；%,d 项不符；%.1f 秒", "%,d entries, %,d seals, %,d receipts; %,d findings; %.1f s").formatted(found.entries(), found.seals(), found.receipts(),
                found.findings().size(), Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0));
        out.println(found.seal().isEmpty() ? language.say("尚未封签", "not sealed yet") : language.say("最新封签  ", "newest seal  ") + found.seal()
                + language.say("  （请在行外记下：可证明此后没有被截去）", "  (note it outside: it proves that nothing was cut off since)"));
        out.flush();
        return found.findings().isEmpty() ? INTACT : CHANGED;
    }
}
