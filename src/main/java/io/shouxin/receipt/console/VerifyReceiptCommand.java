package io.shouxin.receipt.console;

import io.shouxin.receipt.PublicKeyFile;
import io.shouxin.receipt.ReceiptVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a decision receipt by itself: no database, no application, no network. */
@Command(name = "verify-receipt", mixinStandardHelpOptions = true,
        description = {"Checks a decision receipt, or the PDF that carries one, by itself: no database is needed.",
            "Any changed byte of the receipt is found. Without --key the receipt's own key is believed, and that is said."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the receipt is as it was issued", "1:a file could not be read", "2:the command line is wrong", "3:the receipt was changed, or is none"})
class VerifyReceiptCommand implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int UNREADABLE = 1;
    private static final int CHANGED = 3;

    @Parameters(index = "0", paramLabel = "FILE", description = "the receipt, or its PDF")
    private Path file;

    @Option(names = "--key", paramLabel = "FILE", description = "the bank's public key as one has it from the bank itself (PEM, or hex)")
    private Path key;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> pinned;
        byte[] content;
        try {
            pinned = key == null ? Optional.empty() : Optional.of(PublicKeyFile.read(key));
            content = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("cannot read " + unreadable.getMessage());
            return UNREADABLE;
        }
        ReceiptVerifier.Verification found = ReceiptVerifier.verify(content, pinned);
        if (found.number() != null) {
            out.println("receipt      " + found.number() + " of case " + found.approval() + ": " + found.status());
            out.println("fingerprint  " + found.sha256());
            out.println("signed with  " + found.keyId() + (found.developmentKey() ? " (a development key: proves nothing outside a trial)" : ""));
            out.println(pinned.isPresent() ? "trusted      the key given with --key"
                    : "trusted      the key in the receipt itself; compare its fingerprint with the bank's, or give the bank's key with --key");
        }
        found.problems().forEach(problem -> out.println("             " + problem));
        out.println(found.holds() ? "INTACT: not one byte was changed since it was signed" : "CHANGED: this is not the receipt as it was issued");
        out.flush();
        return found.holds() ? INTACT : CHANGED;
    }
}
