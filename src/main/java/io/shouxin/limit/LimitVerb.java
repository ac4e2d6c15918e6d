package io.shouxin.limit;

/** What can be done in the ledger; each entry carries one. */
public enum LimitVerb {
    /** 核定: gives an account its first ceiling. */
    GRANT,
    /** 增加 */
    INCREASE,
    /** 减少 */
    DECREASE,
    /** 暂停 */
    SUSPEND,
    /** 恢复 */
    RESUME,
    /** 预占: holds headroom on customer and group for a while. */
    RESERVE,
    /** 确认: turns a reservation into committed facilities; the rest is released. */
    CONFIRM,
    /** 释放: gives a reservation back. */
    RELEASE,
    /** 到期: ends a reservation or an account whose last day has passed. */
    EXPIRE,
    /** 用信: uses a facility. */
    DRAW,
    /** 还款: gives use back. */
    REPAY,
    /** 关闭: ends a facility on which nothing is drawn. */
    CLOSE,
    /** 冲正: takes one past command back. */
    REVERSE,
    /** 转移: takes a customer's balances from one group to another. */
    MOVE
}
