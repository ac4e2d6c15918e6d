package io.shouxin.review;

/** What becomes of the customer's limit (复评结论). */
public enum ReviewConclusion {
    /** 维持. */
    KEEP,
    /** 调增. */
    RAISE,
    /** 调减. */
    LOWER,
    /** 暂停. */
    SUSPEND
}
