package io.shouxin.contract;

import io.shouxin.kernel.Wording;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A condition that must be met before a facility may be used (提款前提条件).
 *
 * @param code     code of a usual condition, or the words in which an approver made one
 * @param evidence number of the document that proves it; null when a remark does
 */
public record ConditionPrecedent(String code, boolean fulfilled, String evidence, String remark, String fulfilledBy, Instant fulfilledAt) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    /** Message key of a usual condition; the approver's own words of any other. */
    static String word(String code) {
        return CODE.matcher(code).matches() ? "condition." + code : code;
    }

    /** The condition as people read it. */
    public static String label(String code, Wording wording, Locale language) {
        return wording.knows("condition." + code) ? wording.of("condition." + code, language) : code;
    }
}
