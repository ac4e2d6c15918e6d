package io.shouxin.approval;

import io.shouxin.identity.Role;
import java.util.Optional;

/** A step of the approval ladder (审批层级), lowest authority first. */
public enum Tier {
    /** 系统直通: small low-risk cases the policy lets pass without a person. */
    STRAIGHT_THROUGH(null),
    /** 授信经理 */
    CREDIT_MANAGER(Role.CREDIT_MANAGER),
    /** 高级授信经理 */
    SENIOR_CREDIT_MANAGER(Role.SENIOR_CREDIT_MANAGER),
    /** 风控总监 */
    RISK_DIRECTOR(Role.RISK_DIRECTOR),
    /** 审贷会: five seats, majority, the chair's veto. */
    COMMITTEE(Role.COMMITTEE_MEMBER);

    private final Role role;

    Tier(Role role) {
        this.role = role;
    }

    /** The role whose holders decide at this tier; empty for {@link #STRAIGHT_THROUGH}. */
    public Optional<Role> role() {
        return Optional.ofNullable(role);
    }
}
