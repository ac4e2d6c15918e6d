package io.shouxin.workflow.workout;

/** Contract of {@code write-off.bpmn}; a test compares it with the model. */
public final class WriteOffProcess {

    public static final String KEY = "write-off";

    public static final String START_PROPOSE_WRITE_OFF = "start_propose-write-off";
    public static final String USER_AMEND_WRITE_OFF = "user_amend-write-off";

    private WriteOffProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        APPROVED,
        RETURNED,
        WRITTEN_OFF,
        NO_LONGER_FITS,
        RESUBMITTED,
        WITHDRAWN
    }
}
