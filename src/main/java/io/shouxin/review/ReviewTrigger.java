package io.shouxin.review;

/** What started a review. */
public enum ReviewTrigger {
    /** The cycle of the grade came round. */
    TIMER,
    /** An officer asked for it. */
    MANUAL,
    /** A covenant or a standing condition was not kept. */
    BREACH
}
