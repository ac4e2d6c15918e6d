package io.shouxin.receipt.console;

import io.shouxin.kernel.ConsoleLanguage;
import io.shouxin.receipt.FindingWords;
import io.shouxin.receipt.PublicKeyFile;
import io.shouxin.receipt.ReceiptVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ConsoleLanguage language;

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
            spec.commandLine().getErr().println(language.say("无法读取 ", "cannot read ") + unreadable.getMessage());
            return UNREADABLE;
        }
        ReceiptVerifier.Verification found = ReceiptVerifier.verify(content, pinned);
        if (found.number() != null) {
            out.println(language.say("回执      %s，案件 %s：%s", "receipt      %s of case %s: %s").formatted(found.number(), found.decision(), found.status()));
            out.println(language.say("指纹      ", "fingerprint  ") + found.sha256());
            out.println(language.say("签名密钥  ", "signed with  ") + found.keyId() + (found.developmentKey()
                    ? language.say("（开发密钥：只供试用，不能作证）", " (a development key: proves nothing outside a trial)") : ""));
            out.println(pinned.isPresent() ? language.say("信任      --key 给定的密钥", "trusted      the key given with --key")
                    : language.say("信任      回执自带的密钥；请与银行公布的指纹核对，或用 --key 给出银行的密钥",
                    "trusted      the key in the receipt itself; compare its fingerprint with the bank's, or give the bank's key with --key"));
        }
        found.problems().forEach(problem -> out.println("             " + (language.isChinese() ? FindingWords.chinese(problem) : problem)));
        out.println(found.holds() ? language.say("INTACT 完好：自签名以来一个字节也没有改动", "INTACT: not one byte was changed since it was signed")
                : language.say("CHANGED 已被改动：这不是签发时的回执", "CHANGED: this is not the receipt as it was issued"));
        out.flush();
        return found.holds() ? INTACT : CHANGED;
    }
}
