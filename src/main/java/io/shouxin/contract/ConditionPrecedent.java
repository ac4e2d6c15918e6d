package io.shouxin.contract;

import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A condition that must be met before a facility may be used (提款前提条件).
 *
 * @param code        code of a usual condition, or the words in which an approver made one
 * @param fulfilled   met, or waived: nothing stands against using the facility any more
 * @param evidence    number of the document that proves it; null when a remark does
 * @param waiverAskedBy login of the officer who asked that it be waived, and {@code waiverReason} why; null when nobody did
 * @param waived      not met, but waived by the authority the policy names
 */
public record ConditionPrecedent(String code, boolean fulfilled, String evidence, String remark, String fulfilledBy, Instant fulfilledAt,
                                 String waiverAskedBy, String waiverReason, boolean waived) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    ConditionPrecedent(String code, boolean fulfilled, String evidence, String remark, String fulfilledBy, Instant fulfilledAt) {
        this(code, fulfilled, evidence, remark, fulfilledBy, fulfilledAt, null, null, false);
    }

    ConditionPrecedent waiverAsked(String officer, String reason) {
        return new ConditionPrecedent(code, fulfilled, evidence, remark, fulfilledBy, fulfilledAt, officer, reason, waived);
    }

    ConditionPrecedent waiverDenied() {
        return new ConditionPrecedent(code, fulfilled, evidence, remark, fulfilledBy, fulfilledAt, null, null, false);
    }

    ConditionPrecedent waivedBy(String officer, String why, Instant at) {
        return new ConditionPrecedent(code, true, null, why, officer, at, waiverAskedBy, waiverReason, true);
    }

    /** Somebody asked that it be waived, and nobody has answered. */
    public boolean waiverOpen() {
        return waiverAskedBy != null && !fulfilled;
    }

    /** Message key of a usual condition; the approver's own words of any other. */
    static String word(String code) {
        return CODE.matcher(code).matches() ? "condition." + code : code;
    }

    /** The condition as people read it. */
    public static String label(String code, Wording wording, Locale language) {
        return wording.knows("condition." + code) ? wording.of("condition." + code, language) : code;
    }
}
