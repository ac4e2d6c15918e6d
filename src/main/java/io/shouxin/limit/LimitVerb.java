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
    /** 核销: what is drawn is given up; its commitment, and the ceilings it stood on, fall with it, so that nobody draws it again. */
    WRITE_OFF,
    /** 关闭: ends a facility on which nothing is drawn. */
    CLOSE,
    /** 冲正: takes one past command back. */
    REVERSE,
    /** 转移: takes an account with its balances from one parent to another. */
    MOVE,
    /** 限定: says which products may be used under an account, and until when. */
    RESTRICT,
    /** 临时额度: more room until a day, then gone by itself. */
    ALLOW_TEMPORARILY,
    /** 临时额度到期: takes the temporary room back; what is used of it stands as excess until it is repaid. */
    END_TEMPORARY,
    /** 重估: tells what stands in a foreign currency at the rate of the day. */
    REVALUE
}
