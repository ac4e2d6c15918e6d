package io.shouxin.adjustment;

/** What started a change of a limit (调整缘由). */
public enum LimitChangeCause {
    /** 经办人: an officer saw the need. */
    OFFICER,
    /** 客户申请: the customer asked. */
    CUSTOMER,
    /** 评级变化: a worse rating suggested it. */
    RATING_CHANGE,
    /** 市场信号: a market signal suggested it. */
    MARKET_SIGNAL,
    /** 违反约定: a covenant or a standing condition was not kept. */
    BREACH,
    /** 政策例外到期: an exception ended and what the rule asks is still not met. */
    POLICY_EXCEPTION
}
