package io.shouxin.review;

/** Where a periodic review stands (复评状态). */
public enum ReviewStatus {
    /** 待补充资料: fresh statements are asked for. */
    COLLECTING,
    /** 已复评: rated again, no conclusion yet. */
    RERATED,
    /** 待审批: a conclusion is proposed and waits for its decision. */
    PROPOSED,
    /** 已执行: the approved conclusion stands in the ledger. */
    APPLIED,
    /** 未通过: the conclusion was declined; the limit stays as it was. */
    REJECTED,
    /** 已关闭: ended without a conclusion. */
    CLOSED;

    /** Still being worked on; a customer has at most one open review. */
    public boolean isOpen() {
        return this == COLLECTING || this == RERATED || this == PROPOSED;
    }
}
