package io.shouxin.origination;

/** What the analyst finds in the qualification review (资质审核结论). */
public enum AssessmentVerdict {
    /** 合格: goes on to the rating. */
    QUALIFIED,
    /** 不合格: the application is declined. */
    UNQUALIFIED,
    /** 需补充资料: back to collecting documents. */
    MORE_DATA
}
