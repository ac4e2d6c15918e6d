package io.shouxin.origination;

/** What the customer offers as security (担保方式). */
public enum SecurityType {
    /** 信用: none. */
    UNSECURED,
    /** 抵押: mortgage on real estate or equipment. */
    MORTGAGE,
    /** 质押: pledge of deposits, receivables, securities or stock. */
    PLEDGE,
    /** 保证: guarantee by a firm or a person. */
    GUARANTEE
}
