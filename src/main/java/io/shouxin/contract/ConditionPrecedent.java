package io.shouxin.contract;

import java.time.Instant;

/**
 * A condition that must be met before a facility may be used (提款前提条件).
 *
 * @param fulfilled   met, or waived: nothing stands against using the facility any more
 * @param evidence    number of the document that proves it; null when a remark does
 * @param waiverAskedBy login of the officer who asked that it be waived, and {@code waiverReason} why; null when nobody did
 * @param waived      not met, but waived by the authority the policy names
 */
public record ConditionPrecedent(String code, boolean fulfilled, String evidence, String remark, String fulfilledBy, Instant fulfilledAt,
                                 String waiverAskedBy, String waiverReason, boolean waived) {

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
}
