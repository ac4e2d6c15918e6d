package io.shouxin.adjustment;

/** Where a temporary exception stands (临时额度状态). */
public enum ExceptionStatus {
    /** 审批中: asked for, not decided; or back with who asked for more. */
    PROPOSED,
    /** 已退回: approved, but the ledger or the facts had moved meanwhile so that it no longer fits; nothing was changed. */
    RETURNED,
    /** 生效中: the room is there until its last day. */
    IN_FORCE,
    /** 已到期: its last day is over. */
    EXPIRED,
    /** 已提前终止: ended by an officer. */
    ENDED_EARLY,
    /** 未批准. */
    REFUSED,
    /** 已撤回. */
    WITHDRAWN
}
