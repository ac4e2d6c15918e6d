package io.shouxin.limit;

/** Whether an account takes new exposure (额度状态). */
public enum LimitAccountStatus {
    /** 生效: takes every verb. */
    ACTIVE,
    /** 暂停: takes only release, expiry of a reservation, repayment and resumption. */
    SUSPENDED,
    /** 到期: what was undrawn has lapsed; only repayments are taken, and nothing can be drawn again. */
    EXPIRED,
    /** 已关闭: ended before its last day, with nothing drawn. */
    CLOSED
}
