package io.shouxin.limit.check;

import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LedgerKey;
import java.util.regex.Pattern;

/** The ledger's key of a command that a program sends: its login and its header {@code Idempotency-Key}. */
public final class CallerKey {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,100}");
    private static final int LONGEST_SOURCE = 40;

    private CallerKey() {
    }

    /** Refused as {@code IDEMPOTENCY_KEY_MISSING} unless there is a key of 1 to 100 visible characters. */
    public static Outcome<LedgerKey> of(PersonId caller, String key) {
        return key != null && FORM.matcher(key).matches() ? Outcome.done(new LedgerKey(source(caller.value()), key))
                : Outcome.refused(Refusal.of("IDEMPOTENCY_KEY_MISSING"));
    }

    /** The sign sets people apart from the modules that have keys of their own. */
    private static String source(String login) {
        String source = "@" + login;
        return source.length() <= LONGEST_SOURCE ? source : "@" + Sha256.of(login).substring(1, LONGEST_SOURCE);
    }
}
