package io.shouxin.workflow.audit;

/** Contract of {@code audit-check.bpmn}; a test compares it with the model. */
public final class AuditCheckProcess {

    public static final String KEY = "audit-check";

    public static final String USER_EXPLAIN_FINDINGS = "user_explain-findings";

    private AuditCheckProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        TRAIL_INTACT,
        TRAIL_CHANGED
    }
}
