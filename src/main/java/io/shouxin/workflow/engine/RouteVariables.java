package io.shouxin.workflow.engine;

import java.util.Set;

/**
 * Everything a token may carry: identity and route, never facts, money or personal data. The names are the contract
 * between models, delegates and form commands; a variable by any other name is refused.
 */
public final class RouteVariables {

    /** Credit application the process is about; also its business key. */
    public static final String APPLICATION_ID = "applicationId";
    /** Periodic review the process is about. */
    public static final String REVIEW_ID = "reviewId";
    /** Rating override the process is about. */
    public static final String OVERRIDE_ID = "overrideId";
    /** Change of a limit the process is about; also its business key. */
    public static final String LIMIT_CHANGE_ID = "limitChangeId";
    /** Temporary exception the process is about; also its business key. */
    public static final String EXCEPTION_ID = "exceptionId";
    /** Write-off the process is about; also its business key. */
    public static final String WRITE_OFF_ID = "writeOffId";
    /** Renewal of a policy exception the process is about; also its business key. */
    public static final String RENEWAL_ID = "renewalId";
    /** Policy draft the process is about; also its business key. */
    public static final String DRAFT_ID = "draftId";
    /** Reconciliation of the ledger whose differences are to be explained; also its business key. */
    public static final String RECONCILIATION_ID = "reconciliationId";
    /** Check of the audit trail whose findings are to be explained; also its business key. */
    public static final String AUDIT_CHECK_ID = "auditCheckId";

    /** Check of a condition the process is about; also its business key. */
    public static final String CONDITION_CHECK_ID = "conditionCheckId";
    /** Test of a covenant the process is about; also its business key. */
    public static final String COVENANT_TEST_ID = "covenantTestId";
    /** Customer number; pseudonymous. */
    public static final String CUSTOMER_ID = "customerId";
    /** Login of the person who acts for the customer. */
    public static final String APPLICANT_ID = "applicantId";
    /** Login of the person who opened the case. */
    public static final String OPENED_BY = "openedBy";
    /** Approval case that decides. */
    public static final String APPROVAL_CASE_ID = "approvalCaseId";
    /**
     * What an approval case is about: {@code APPLICATION}, {@code REVIEW}, {@code OVERRIDE}, {@code LIMIT_CHANGE}, {@code EXCEPTION}, {@code POLICY},
     * {@code WRITE_OFF} or {@code RENEWAL}.
     */
    public static final String APPROVAL_SUBJECT = "approvalSubject";
    /** Member of the committee on whose seat a vote is asked. */
    public static final String MEMBER_ID = "memberId";
    /** Added signer whose opinion is asked: a login, or the group of a role. */
    public static final String SIGNER_NAME = "signerName";
    /** Code the last step left for the next gateway. */
    public static final String OUTCOME = "outcome";
    /** When the open offer ends. */
    public static final String OFFER_EXPIRES_AT = "offerExpiresAt";
    /** When the override in force ends. */
    public static final String OVERRIDE_EXPIRES_AT = "overrideExpiresAt";

    /** When the exception in force ends. */
    public static final String EXCEPTION_ENDS_AT = "exceptionEndsAt";
    /** When the grace of a test is over. */
    public static final String GRACE_ENDS_AT = "graceEndsAt";
    /** When a test that was put off is due. */
    public static final String DEFERRED_UNTIL = "deferredUntil";

    static final Set<String> NAMES = Set.of(Submission.VARIABLE, APPLICATION_ID, REVIEW_ID, OVERRIDE_ID, LIMIT_CHANGE_ID, EXCEPTION_ID, WRITE_OFF_ID, RENEWAL_ID, DRAFT_ID,
            RECONCILIATION_ID, AUDIT_CHECK_ID, CONDITION_CHECK_ID, COVENANT_TEST_ID, GRACE_ENDS_AT, DEFERRED_UNTIL, CUSTOMER_ID, APPLICANT_ID, OPENED_BY, APPROVAL_CASE_ID, APPROVAL_SUBJECT, OUTCOME, OFFER_EXPIRES_AT,
            OVERRIDE_EXPIRES_AT, EXCEPTION_ENDS_AT,
            MEMBER_ID, SIGNER_NAME, "loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances");

    private RouteVariables() {
    }
}
