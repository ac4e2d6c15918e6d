package io.shouxin.workout;

/** How far a write-off has come (核销状态). */
public enum WriteOffStatus {
    /** 审批中 */
    PROPOSED,
    /** 已退回: with who proposed it: an approver sent it back, or it was approved and no longer fitted when it was to be booked. */
    RETURNED,
    /** 已核销: in the ledger. */
    WRITTEN_OFF,
    /** 未获批准 */
    REFUSED,
    /** 已撤回 */
    WITHDRAWN,
    /** 已冲正: taken back after it was booked. */
    REVERSED
}
