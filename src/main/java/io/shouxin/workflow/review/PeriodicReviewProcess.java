package io.shouxin.workflow.review;

/** Contract of {@code periodic-review.bpmn} and {@code review-calendar.bpmn}; a test compares it with the models. */
public final class PeriodicReviewProcess {

    public static final String KEY = "periodic-review";
    public static final String CALENDAR_KEY = "review-calendar";

    public static final String START_REVIEW_BY_HAND = "start_review-by-hand";
    public static final String USER_SUPPLY_STATEMENTS = "user_supply-statements";
    public static final String USER_ASSESS_REVIEW = "user_assess-review";

    /** Message that starts a review whose day has come. */
    public static final String MESSAGE_REVIEW_DUE = "review-due";

    private PeriodicReviewProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        STATEMENTS_SUPPLIED,
        NO_NEWER_STATEMENTS,
        STATEMENTS_OVERDUE,
        RATED,
        FACTS_MISSING,
        APPROVED,
        RETURNED,
        DECLINED
    }
}
