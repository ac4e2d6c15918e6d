package io.shouxin.rating;

/** How far a rating override has come. */
public enum OverrideStatus {
    /** 待批: asked for, not decided. */
    PROPOSED,
    /** 生效: approved and in force. */
    IN_FORCE,
    /** 未批准: refused by those who have the authority. */
    REFUSED,
    /** 已撤回: taken back by who asked for it. */
    WITHDRAWN,
    /** 已到期: its time is over. */
    EXPIRED,
    /** 已失效: a newer rating gave another model grade, so that its ground is gone. */
    SUPERSEDED
}
