package io.shouxin.origination;

/** How the figure of a covenant is read (计量单位); message {@code covenantUnit.CODE}. */
public enum CovenantUnit {
    /** Decimal fraction, shown as per cent. */
    FRACTION,
    /** Multiple. */
    TIMES,
    /** Days. */
    DAYS,
    /** Whole yuan. */
    YUAN
}
