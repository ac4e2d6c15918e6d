package io.shouxin.contract;

/** How far a check is. */
public enum ConditionCheckStatus {
    /** Its day has not come. */
    PLANNED,
    /** Its day has come; somebody has to look. */
    OPEN,
    /** Looked at, and still met. */
    MET,
    /** Looked at, and no longer met. */
    BROKEN,
    /** The facilities ended before its day. */
    ENDED
}
