package io.shouxin.customer;

/** What a customer is (客户类型). */
public enum CustomerKind {
    /** 企业: a firm, a branch or a sole trader with a unified social credit code. */
    ENTERPRISE,
    /** 个人: a natural person. */
    INDIVIDUAL
}
