package io.shouxin.workflow.contract;

/** Contract of {@code contract-signing.bpmn}; a test compares it with the model. */
public final class ContractSigningProcess {

    public static final String KEY = "contract-signing";

    public static final String USER_REVIEW_AGREEMENT = "user_review-agreement";
    public static final String USER_SIGN_AS_CUSTOMER = "user_sign-as-customer";
    public static final String USER_SIGN_AS_GUARANTOR = "user_sign-as-guarantor";
    public static final String USER_CONFIRM_PAPER_COPY = "user_confirm-paper-copy";
    public static final String USER_SIGN_AS_BANK = "user_sign-as-bank";
    public static final String USER_FULFIL_CONDITIONS = "user_fulfil-conditions";
    public static final String USER_DECIDE_WAIVER = "user_decide-waiver";

    /** The last guarantor has signed in his room: nobody has to hand anything in for them any more. */
    public static final String MESSAGE_GUARANTORS_SIGNED = "guarantors-signed";

    private ContractSigningProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        /** The standard text needs no legal review. */
        STANDARD,
        NON_STANDARD,
        PASSED,
        REJECTED,
        CUSTOMER_SIGNED,
        /** A second officer found that the customer's copy is not what was sent out. */
        CUSTOMER_TO_SIGN,
        GUARANTORS_TO_SIGN,
        GUARANTORS_SIGNED,
        PAPER_TO_CONFIRM,
        /** By all but the bank. */
        ALL_SIGNED,
        CONDITIONS_OPEN,
        CONDITIONS_MET,
        WAIVER_ASKED,
        REFUSED,
        SIGNED,
        NOT_SIGNED
    }
}
