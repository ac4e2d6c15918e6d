package io.shouxin.contract;

import io.shouxin.kernel.Refusal;
import java.util.Optional;

/** What a person writes beside an act: an answer, a judgement, a refusal to sign. */
final class Remark {

    /** In characters. */
    private static final int LONGEST = 1000;

    private Remark() {
    }

    /** Without the space around it; null when nothing was written. */
    static String of(String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    /** {@code REMARK_TOO_LONG} beside the field, when it is. */
    static Optional<Refusal> tooLong(String remark, String field) {
        return remark != null && remark.length() > LONGEST
                ? Optional.of(Refusal.of("REMARK_TOO_LONG").at(field).with("limit", LONGEST)) : Optional.empty();
    }
}
