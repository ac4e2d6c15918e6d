package io.shouxin.origination;

/** What a covenant asks of the customer (约定事项种类). */
public enum CovenantKind {
    /** 财务指标: a formula over his statements keeps a target. */
    FINANCIAL,
    /** 信息提供: statements are delivered in time. */
    INFORMATIONAL,
    /** 行为约束: something is done or left undone; told in words, checked by evidence. */
    NEGATIVE
}
