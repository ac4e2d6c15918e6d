package io.shouxin.monitoring;

/** How a test is relieved (延期与豁免); message {@code reliefKind.CODE}. */
public enum ReliefKind {
    /** 延期: tested on a later day. */
    DEFERRAL,
    /** 豁免: not tested this once; the next test asks anew. */
    WAIVER
}
