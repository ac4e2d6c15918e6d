package io.shouxin.workflow.limit;

/** Contract of {@code temporary-exception.bpmn} and {@code exception-sweep.bpmn}; a test compares it with the models. */
public final class TemporaryExceptionProcess {

    public static final String KEY = "temporary-exception";
    public static final String SWEEP_KEY = "exception-sweep";

    public static final String START_REQUEST_EXCEPTION = "start_request-exception";
    public static final String USER_AMEND_EXCEPTION = "user_amend-exception";

    /** Message that an exception was ended before its timer. */
    public static final String MESSAGE_EXCEPTION_ENDED = "exception-ended";

    private TemporaryExceptionProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        IN_FORCE,
        NO_LONGER_FITS,
        APPROVED,
        RETURNED,
        DECLINED,
        RESUBMITTED,
        WITHDRAWN
    }
}
