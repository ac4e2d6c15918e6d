package io.shouxin.workflow.origination;

/** Contract of {@code credit-application.bpmn} and {@code document-collection.bpmn}; a test compares it with the models. */
public final class CreditApplicationProcess {

    public static final String KEY = "credit-application";
    public static final String DOCUMENT_COLLECTION_KEY = "document-collection";

    public static final String START_APPLY = "start_apply";
    public static final String USER_COMPLETE_APPLICATION = "user_complete-application";
    public static final String USER_UPLOAD_DOCUMENTS = "user_upload-documents";
    public static final String USER_VERIFY_DOCUMENTS = "user_verify-documents";
    public static final String USER_ENTER_DATA = "user_enter-data";
    public static final String USER_ASSESS_QUALIFICATION = "user_assess-qualification";
    public static final String USER_CONSIDER_EARLY_EXCEPTIONS = "user_consider-early-exceptions";
    public static final String USER_CONSIDER_EXCEPTIONS = "user_consider-exceptions";
    public static final String USER_ANSWER_OFFER = "user_answer-offer";
    public static final String USER_CONSIDER_COUNTER_OFFER = "user_consider-counter-offer";

    /** Message that ends the process because the customer took his application back. */
    public static final String MESSAGE_WITHDRAWN = "application-withdrawn";

    private CreditApplicationProcess() {
    }

    /** Codes the steps leave for the gateways. Every gateway's default flow leads away from money. */
    public enum Outcome {
        /** No knock-out rule excludes the customer on what is known of him: papers are asked for. */
        NOT_EXCLUDED,
        /** All required documents are accepted. */
        COMPLETE,
        INCOMPLETE,
        /** Documents did not arrive in time. */
        LAPSED,
        QUALIFIED,
        UNQUALIFIED,
        MORE_DATA,
        RATED,
        KNOCKED_OUT,
        /** A rule ended the case that could be set aside by a policy exception. */
        EXCEPTABLE,
        /** The exceptions are asked for: try again with them. */
        EXCEPTION_ASKED,
        FACTS_MISSING,
        PROPOSED,
        NO_LIMIT,
        APPROVED,
        DECLINED,
        RETURNED,
        OFFERED,
        ACCEPTED,
        COUNTERED,
        REFUSED,
        OFFER_EXPIRED,
        REVISE,
        KEEP_TERMS,
        SIGNED,
        NOT_SIGNED
    }
}
