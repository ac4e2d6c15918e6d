package io.shouxin.limit;

/** What a credit check answers (用信结论). */
public enum CreditDecision {
    /** 可以: the limit has room on the day, or nothing is at risk. */
    YES,
    /** 预付后可以: an order may go out once the part told is paid. */
    YES_IF_PREPAID,
    /** 不可以 */
    NO
}
