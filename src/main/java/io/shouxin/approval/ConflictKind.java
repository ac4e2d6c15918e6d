package io.shouxin.approval;

/** What connects an officer with a case, so that he stands aside (利益冲突). */
public enum ConflictKind {
    /** 亲属: related to the customer or somebody who runs him. */
    RELATIVE,
    /** 股东: holds a share in the customer or his group. */
    SHAREHOLDER,
    /** 交易利益: gains by the deal itself. */
    INTEREST_IN_DEAL,
    /** 曾经办: worked on the case before in another role. */
    EARLIER_REVIEWER,
    /** 其他 */
    OTHER
}
