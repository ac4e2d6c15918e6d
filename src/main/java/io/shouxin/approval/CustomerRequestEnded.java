package io.shouxin.approval;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.PersonId;

/**
 * The customer is no longer asked for documents in an approval case: he brought them, let the time pass, or the case moved on without him.
 *
 * @param subject number of what the case is about
 * @param askedBy officer who had asked
 */
public record CustomerRequestEnded(ApprovalCaseId id, String subject, PersonId askedBy, AskedCustomer asked, How how) {

    /** How it ended. */
    public enum How {
        BROUGHT,
        LAPSED,
        /** The case was ended or taken back meanwhile. */
        OVERTAKEN
    }
}
