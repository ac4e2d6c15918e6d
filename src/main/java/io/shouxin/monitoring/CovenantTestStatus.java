package io.shouxin.monitoring;

/** How far the test of a covenant is (约定事项测试状态); message {@code covenantTestStatus.CODE}. */
public enum CovenantTestStatus {
    /** 待测试: its day has not come. */
    PLANNED,
    /** 测试中: its day has come; somebody has to look. */
    OPEN,
    /** 宽限期内: not kept or not testable so far; it can still be cured. */
    IN_GRACE,
    /** 已延期: put off until a later day. */
    DEFERRED,
    /** 已遵守. */
    MET,
    /** 已豁免: this one test was waived. */
    WAIVED,
    /** 已违反: not kept when the grace was over. */
    BREACHED,
    /** 无法测试: nothing to measure by when the grace was over; counts as a breach of the duty to inform. */
    NOT_TESTABLE,
    /** 已终止: the facilities ended before. */
    ENDED;

    /** Somebody can record a result. */
    public boolean isUnderTest() {
        return this == OPEN || this == IN_GRACE;
    }

    /** Not kept, for good. */
    public boolean isBreach() {
        return this == BREACHED || this == NOT_TESTABLE;
    }

    /** Nothing more happens to it. */
    public boolean isOver() {
        return this == MET || this == WAIVED || this == ENDED || isBreach();
    }
}
