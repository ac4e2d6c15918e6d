package io.shouxin.policyexception;

/** In what a rule's value is told. */
public enum RuleUnit {
    /** The rule has no value that could be moved: it is set aside or not. */
    NONE,
    /** 元 */
    YUAN,
    /** 个月 */
    MONTHS,
    /** 基点: hundredths of a percentage point. */
    BASIS_POINTS,
    /** Fraction: 0.5 is fifty per cent. */
    SHARE
}
