package io.shouxin.adjustment;

/** Why a limit is to be changed (调整理由); told in more detail in the officer's words. */
public enum LimitChangeReason {
    /** 资金需求增加. */
    FUNDING_NEED,
    /** 经营规模变化. */
    BUSINESS_SCALE,
    /** 评级变化. */
    RATING_CHANGED,
    /** 市场环境变化. */
    MARKET_CHANGED,
    /** 逾期或违约. */
    PAST_DUE,
    /** 预警信号. */
    WARNING,
    /** 额度闲置. */
    HARDLY_USED,
    /** 风险事项已消除. */
    CLEARED,
    /** 其他. */
    OTHER
}
