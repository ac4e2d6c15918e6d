package io.shouxin.identity;

import java.util.Arrays;
import java.util.Optional;

/** The ladder of the credit department, the customer, and those who watch (岗位). */
public enum Role {
    /** 客户: applies, uploads, accepts and signs for his own firm. */
    APPLICANT("applicant"),
    /** 客户经理: brings customers in and accompanies them. */
    RELATIONSHIP_MANAGER("relationship-manager"),
    /** 授信分析师: verifies, assesses, proposes. */
    ANALYST("analyst"),
    /** 授信经理: first approval tier. */
    CREDIT_MANAGER("credit-manager"),
    /** 高级授信经理: second approval tier. */
    SENIOR_CREDIT_MANAGER("senior-credit-manager"),
    /** 风控总监: third approval tier. */
    RISK_DIRECTOR("risk-director"),
    /** 授信审批委员会委员: votes on the largest cases. */
    COMMITTEE_MEMBER("committee-member"),
    /** 法务: reviews agreements and signs for the bank. */
    LEGAL("legal"),
    /** 风险政策岗: drafts policies and replays them; approves none. */
    POLICY_OFFICER("policy-officer"),
    /** 审计: reads all, changes nothing. */
    AUDITOR("auditor"),
    /** 流程管理员: runs the process engine, decides nothing. */
    ADMINISTRATOR("camunda-admin");

    private final String groupId;

    Role(String groupId) {
        this.groupId = groupId;
    }

    /** Id of the role's group in the process engine and in candidate groups of the models. */
    public String groupId() {
        return groupId;
    }

    public static Optional<Role> ofGroup(String groupId) {
        return Arrays.stream(values()).filter(role -> role.groupId.equals(groupId)).findFirst();
    }
}
