package io.shouxin.origination;

/** The two readings of credit (授信种类) that run through one application. */
public enum FacilityKind {
    /** 融资授信: money is lent, with interest and a repayment plan. */
    LENDING,
    /** 赊销授信: goods are sold on account, with a payment term. */
    TRADE_CREDIT
}
