package io.shouxin.workflow.limit;

/** Contract of {@code limit-adjustment.bpmn}; a test compares it with the model. */
public final class LimitAdjustmentProcess {

    public static final String KEY = "limit-adjustment";

    public static final String START_REQUEST_CHANGE = "start_request-change";
    public static final String USER_CONSIDER_CHANGE = "user_consider-change";
    public static final String USER_AMEND_CHANGE = "user_amend-change";

    /** Message that starts a change a rating or a market signal suggests. */
    public static final String MESSAGE_CHANGE_SUGGESTED = "change-suggested";

    private LimitAdjustmentProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        AT_ONCE,
        AFTER_APPROVAL,
        APPLIED,
        NO_LONGER_FITS,
        APPROVED,
        RETURNED,
        DECLINED,
        RESUBMITTED,
        WITHDRAWN
    }
}
