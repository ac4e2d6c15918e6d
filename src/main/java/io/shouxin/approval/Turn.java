package io.shouxin.approval;

/** Who is to act in an open case (当前环节). */
public enum Turn {
    /** 审批: the open tier decides. */
    TIER,
    /** 加签: added signers give their opinion. */
    SIGNERS,
    /** 补件: documents are brought. */
    DOCUMENTS,
    /** 客户补件: the customer brings documents. */
    CUSTOMER_DOCUMENTS
}
