package io.shouxin.policyexception;

/** How a policy exception stands (例外状态). */
public enum PolicyExceptionStatus {
    /** 已申请: the case goes on with it, before those who decide. */
    ASKED,
    /** 已批准: in force until its day, with the case that was approved. */
    APPROVED,
    /** 已否决: declined with the case. */
    REFUSED,
    /** 已撤回: taken back before it was decided, or the case ended without a decision. */
    WITHDRAWN,
    /** 已到期: its day is over, or what the rule asks was fulfilled before. */
    ENDED,
    /** 已撤销: ended before its day by who approved it or above. */
    REVOKED;

    /** Counts for its case. */
    public boolean isOpen() {
        return this == ASKED || this == APPROVED;
    }
}
