package io.shouxin.workflow.approval;

import io.shouxin.approval.Tier;
import java.util.Map;

/** Contract of {@code credit-approval.bpmn} and {@code absence-calendar.bpmn}; a test compares it with the models. */
public final class CreditApprovalProcess {

    public static final String KEY = "credit-approval";

    public static final String ABSENCE_KEY = "absence-calendar";

    public static final String USER_DECIDE_AS_CREDIT_MANAGER = "user_decide-as-credit-manager";
    public static final String USER_DECIDE_AS_SENIOR_CREDIT_MANAGER = "user_decide-as-senior-credit-manager";
    public static final String USER_DECIDE_AS_RISK_DIRECTOR = "user_decide-as-risk-director";
    public static final String USER_VOTE_AS_COMMITTEE_MEMBER = "user_vote-as-committee-member";
    public static final String USER_SIGN_AS_ADDED_SIGNER = "user_sign-as-added-signer";
    public static final String USER_BRING_DOCUMENTS = "user_bring-documents";
    public static final String USER_BRING_DOCUMENTS_AS_CUSTOMER = "user_bring-documents-as-customer";

    /** Ends the stage a case is in, because it has moved without the task of whose turn it was. */
    static final String MESSAGE_MOVED = "approval-moved";

    /** The part of the model in which one side acts once; cases started by the first version of the model have none. */
    static final String SUB_STAGE = "sub_stage";

    /** Which user task stands for which tier. */
    static final Map<String, Tier> TIERS = Map.of(
            USER_DECIDE_AS_CREDIT_MANAGER, Tier.CREDIT_MANAGER,
            USER_DECIDE_AS_SENIOR_CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER,
            USER_DECIDE_AS_RISK_DIRECTOR, Tier.RISK_DIRECTOR,
            USER_VOTE_AS_COMMITTEE_MEMBER, Tier.COMMITTEE);

    private CreditApprovalProcess() {
    }

    /** Codes the steps leave for the gateways: whose turn it is, or how the case ended. */
    public enum Outcome {
        STRAIGHT_THROUGH,
        CREDIT_MANAGER,
        SENIOR_CREDIT_MANAGER,
        RISK_DIRECTOR,
        COMMITTEE,
        SIGNERS,
        DOCUMENTS,
        CUSTOMER_DOCUMENTS,
        APPROVED,
        DECLINED,
        RETURNED,
        /** For cases started by the first version of the model: the tier after this one. */
        NEXT_TIER
    }
}
