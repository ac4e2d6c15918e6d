package io.shouxin.customer;

/** Where a financial statement stands. */
public enum StatementStatus {
    /** Still being entered; articulates so far. */
    DRAFT,
    /** Does not articulate; not used until corrected or explained. */
    UNBALANCED,
    /** Does not articulate, and an officer has written down why it is used all the same. */
    EXPLAINED,
    /** Articulates and is final. */
    FINAL
}
