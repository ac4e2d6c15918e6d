package io.shouxin.policyexception;

/** Why a rule is to be set aside (例外理由). */
public enum ExceptionReason {
    /** 重点客户 */
    KEY_CUSTOMER,
    /** 暂时情况: the cause will pass within the time asked for. */
    PASSING_CAUSE,
    /** 资料办理中: a paper is under way. */
    PAPER_UNDER_WAY,
    /** 风险已缓释: what the rule guards against is covered otherwise. */
    RISK_COVERED,
    /** 政策支持: an instruction of the state or the group. */
    STATE_POLICY,
    /** 其他 */
    OTHER
}
