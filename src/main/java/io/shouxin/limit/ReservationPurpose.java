package io.shouxin.limit;

/** What a reservation is for, which says whether the customer's own ceiling binds it. */
public enum ReservationPurpose {
    /**
     * 新增授信: a credit still to be approved. It must fit into the group and under the single-customer cap; the customer's
     * own ceiling does not bind it, because confirming it raises (or first sets) that ceiling by what is confirmed.
     */
    NEW_CREDIT,
    /** 额度内占用: an order or a facility inside the ceiling the customer already has. */
    UNDER_CEILING
}
