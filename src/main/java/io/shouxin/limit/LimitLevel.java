package io.shouxin.limit;

/** Where in the tree a limit account stands (额度层级), from the root down. */
public enum LimitLevel {
    /** 集团: a connected group, or a group inside one; its headroom is shared by what stands below. */
    GROUP,
    /** 共享额度: a ceiling that some customers of a group share among themselves. */
    POOL,
    /** 客户: one customer, alone or in a group. */
    CUSTOMER,
    /** 额度: one facility of a customer; what may be drawn. */
    FACILITY,
    /** 分项额度: a part of a facility, with a ceiling of its own or sharing what the facility has left. */
    SUB_FACILITY;

    /** Whether an account of this level may stand under one of {@code parent}. */
    public boolean mayStandUnder(LimitLevel parent) {
        return switch (this) {
            case GROUP -> parent == GROUP;
            case POOL -> parent == GROUP || parent == POOL;
            case CUSTOMER -> parent == GROUP || parent == POOL;
            case FACILITY -> parent == CUSTOMER;
            case SUB_FACILITY -> parent == FACILITY || parent == SUB_FACILITY;
        };
    }
}
