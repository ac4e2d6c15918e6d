package io.shouxin.workflow.contract;

/** Contract of {@code condition-check.bpmn} and {@code condition-calendar.bpmn}; a test compares it with the models. */
public final class ConditionCheckProcess {

    public static final String KEY = "condition-check";
    public static final String CALENDAR_KEY = "condition-calendar";

    public static final String USER_CHECK_CONDITION = "user_check-condition";

    /** Message that starts a check. */
    public static final String MESSAGE_CHECK_DUE = "condition-check-due";

    private ConditionCheckProcess() {
    }

    /** The models have no gateways. */
    public enum Outcome {
    }
}
