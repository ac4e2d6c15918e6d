package io.shouxin.contract;

/** For whom somebody signs, in the order of signing. */
public enum SignatoryRole {
    CUSTOMER, BANK
}
