package io.shouxin.workflow.policyexception;

/** Contract of {@code policy-exception-renewal.bpmn}; a test compares it with the model. */
public final class ExceptionRenewalProcess {

    public static final String KEY = "policy-exception-renewal";

    public static final String START_ASK_RENEWAL = "start_ask-renewal";
    public static final String USER_AMEND_RENEWAL = "user_amend-renewal";

    private ExceptionRenewalProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        APPROVED,
        RETURNED,
        RENEWED,
        NO_LONGER_FITS,
        RESUBMITTED,
        WITHDRAWN
    }
}
