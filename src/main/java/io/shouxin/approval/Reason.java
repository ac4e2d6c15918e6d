package io.shouxin.approval;

import io.shouxin.kernel.Refusal;
import java.util.Optional;

/** The reason somebody gives for what he does with a case. */
final class Reason {

    static final int LONGEST = 500;

    private Reason() {
    }

    static String of(String text) {
        return text == null ? "" : text.strip();
    }

    static Optional<Refusal> missing(String text, String field) {
        String kept = of(text);
        return kept.isEmpty() || kept.length() > LONGEST ? Optional.of(Refusal.of("ACT_REASON_REQUIRED").at(field).with("most", LONGEST)) : Optional.empty();
    }
}
