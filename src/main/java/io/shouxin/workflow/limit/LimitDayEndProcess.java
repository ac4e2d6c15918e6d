package io.shouxin.workflow.limit;

/** Contract of {@code limit-day-end.bpmn}; a test compares it with the model. */
public final class LimitDayEndProcess {

    public static final String KEY = "limit-day-end";

    public static final String USER_EXPLAIN_DIFFERENCES = "user_explain-differences";

    private LimitDayEndProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        LEDGER_AGREES,
        LEDGER_DIFFERS
    }
}
