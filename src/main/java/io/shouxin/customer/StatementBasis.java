package io.shouxin.customer;

/** How far a financial statement can be relied on (报表口径). */
public enum StatementBasis {
    /** 经审计. */
    AUDITED,
    /** 企业自报, unaudited. */
    SELF_REPORTED
}
