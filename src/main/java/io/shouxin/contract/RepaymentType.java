package io.shouxin.contract;

/** How a loan is paid back (还款方式). Words: {@code repaymentType.CODE}. */
public enum RepaymentType {
    /** 到期一次还本付息. */
    BULLET,
    /** 按月付息、到期还本. */
    INTEREST_MONTHLY,
    /** 等额本金. */
    EQUAL_PRINCIPAL,
    /** 等额本息. */
    ANNUITY
}
