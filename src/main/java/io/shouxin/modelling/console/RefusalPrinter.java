package io.shouxin.modelling.console;

import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Says on the console why nothing was done. */
final class RefusalPrinter {

    private RefusalPrinter() {
    }

    /** @return the exit code of a refused command */
    static int print(List<Refusal> refusals, Wording words, PrintWriter err) {
        refusals.forEach(refusal -> err.printf("%s: %s %s%n", refusal.code(), words.of(refusal, Locale.ENGLISH), words.help(refusal, Locale.ENGLISH)));
        err.flush();
        return 1;
    }
}
