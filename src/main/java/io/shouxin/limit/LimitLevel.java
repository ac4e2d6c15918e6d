package io.shouxin.limit;

/** Where in the tree a limit account stands (额度层级), from the root down. */
public enum LimitLevel {
    /** 集团: a connected group; its headroom is shared by the customers in it. */
    GROUP,
    /** 客户: one customer, alone or in a group. */
    CUSTOMER,
    /** 额度: one facility of a customer; what may be drawn. */
    FACILITY
}
