package io.shouxin.workflow.monitoring;

/** Contract of {@code covenant-test.bpmn}; a test compares it with the model. */
public final class CovenantTestProcess {

    public static final String KEY = "covenant-test";

    public static final String USER_TEST_COVENANT = "user_test-covenant";
    public static final String USER_DECIDE_RELIEF = "user_decide-relief";
    public static final String USER_DECIDE_PROPOSED_WAIVER = "user_decide-proposed-waiver";

    /** Message that starts a test. */
    public static final String MESSAGE_TEST_DUE = "covenant-test-due";

    private CovenantTestProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        KEPT,
        SHORTFALL,
        BREACHED,
        RELIEF_ASKED,
        WAIVED,
        DEFERRED,
        DENIED,
        WAIVER_PROPOSED,
        CASE_OPENED
    }
}
