package io.shouxin.contract;

/** For whom somebody signs, in the order of signing. */
public enum SignatoryRole {
    CUSTOMER,
    /** 担保人: who guarantees, mortgages or pledges. */
    GUARANTOR,
    BANK
}
