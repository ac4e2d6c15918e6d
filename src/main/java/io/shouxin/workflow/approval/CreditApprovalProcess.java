package io.shouxin.workflow.approval;

import io.shouxin.approval.Tier;
import java.util.Map;

/** Contract of {@code credit-approval.bpmn}; a test compares it with the model. */
public final class CreditApprovalProcess {

    public static final String KEY = "credit-approval";

    public static final String USER_DECIDE_AS_CREDIT_MANAGER = "user_decide-as-credit-manager";
    public static final String USER_DECIDE_AS_SENIOR_CREDIT_MANAGER = "user_decide-as-senior-credit-manager";
    public static final String USER_DECIDE_AS_RISK_DIRECTOR = "user_decide-as-risk-director";
    public static final String USER_VOTE_AS_COMMITTEE_MEMBER = "user_vote-as-committee-member";

    /** Which user task stands for which tier. */
    static final Map<String, Tier> TIERS = Map.of(
            USER_DECIDE_AS_CREDIT_MANAGER, Tier.CREDIT_MANAGER,
            USER_DECIDE_AS_SENIOR_CREDIT_MANAGER, Tier.SENIOR_CREDIT_MANAGER,
            USER_DECIDE_AS_RISK_DIRECTOR, Tier.RISK_DIRECTOR,
            USER_VOTE_AS_COMMITTEE_MEMBER, Tier.COMMITTEE);

    private CreditApprovalProcess() {
    }

    /** Codes the steps leave for the gateways. */
    public enum Outcome {
        STRAIGHT_THROUGH,
        IN_TIERS,
        NEXT_TIER,
        APPROVED,
        DECLINED,
        RETURNED
    }
}
