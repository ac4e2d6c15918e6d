package io.shouxin.workflow.rating;

/** Contract of {@code rating-override.bpmn}; a test compares it with the model. */
public final class RatingOverrideProcess {

    public static final String KEY = "rating-override";

    public static final String START_REQUEST_OVERRIDE = "start_request-override";
    public static final String USER_AMEND_OVERRIDE = "user_amend-override";

    private RatingOverrideProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        APPROVED,
        RETURNED,
        DECLINED,
        RESUBMITTED,
        WITHDRAWN
    }
}
