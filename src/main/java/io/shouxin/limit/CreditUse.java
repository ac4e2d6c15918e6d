package io.shouxin.limit;

/** What credit is asked for at the moment of use (用信用途). */
public enum CreditUse {
    /** 订单: goods or services sold before they are paid; what is not covered by a limit can be prepaid instead. */
    ORDER,
    /** 提款: money lent under a facility. */
    DRAWDOWN
}
