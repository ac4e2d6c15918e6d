package io.shouxin.origination;

/** Whose a security is, or who guarantees (担保人). */
public enum SecurityOwner {
    /** 借款人自有. */
    CUSTOMER,
    /** 借款人的关联方. */
    RELATED_PARTY,
    /** 第三方. */
    THIRD_PARTY
}
