package io.shouxin.monitoring;

import io.shouxin.kernel.Refusal;
import java.util.Optional;

/** What people write beside a test: stripped, of some length. */
final class Words {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 1000;

    private Words() {
    }

    static String of(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static boolean tooShort(String text) {
        return text == null || text.codePointCount(0, text.length()) < SHORTEST;
    }

    static Optional<Refusal> tooLong(String text, String field) {
        return text != null && text.length() > LONGEST ? Optional.of(Refusal.of("REMARK_TOO_LONG").at(field).with("limit", LONGEST)) : Optional.empty();
    }
}
