package io.shouxin.origination;

/** What the lender is (机构类型): which concentration limits it is held to depends on it. */
public enum LenderKind {
    /** 商业银行. */
    BANK,
    /** 租赁公司. */
    LEASING_FIRM,
    /** 贸易或产业集团. */
    TRADING_GROUP
}
