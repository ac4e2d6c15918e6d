package io.shouxin.origination;

/** Who says what a security is worth (估值来源). */
public enum Valuer {
    /** 本行内部评估. */
    BANK,
    /** 外部评估机构. */
    EXTERNAL,
    /** 客户自报: counts nothing until somebody else has valued it. */
    CUSTOMER_ESTIMATE
}
