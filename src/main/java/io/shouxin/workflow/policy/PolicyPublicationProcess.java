package io.shouxin.workflow.policy;

/** Contract of {@code policy-publication.bpmn}; a test compares it with the model. */
public final class PolicyPublicationProcess {

    public static final String KEY = "policy-publication";

    public static final String START_SUBMIT_DRAFT = "start_submit-draft";
    public static final String USER_REVISE_DRAFT = "user_revise-draft";

    private PolicyPublicationProcess() {
    }

    /** Codes the tasks leave for the gateways. */
    public enum Outcome {
        APPROVED,
        RETURNED,
        PUBLISHED,
        NO_LONGER_FITS,
        RESUBMITTED,
        WITHDRAWN
    }
}
