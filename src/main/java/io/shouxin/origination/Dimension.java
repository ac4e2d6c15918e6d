package io.shouxin.origination;

/** By what exposure is held within bounds (集中度维度), as policy {@code concentration-limits} names it. */
enum Dimension {
    CUSTOMER(Constraint.CUSTOMER_CONCENTRATION),
    GROUP(Constraint.GROUP_CONCENTRATION),
    INDUSTRY(Constraint.INDUSTRY_CONCENTRATION),
    REGION(Constraint.REGION_CONCENTRATION),
    FUNDS(Constraint.LENDABLE_FUNDS);

    private final Constraint constraint;

    Dimension(Constraint constraint) {
        this.constraint = constraint;
    }

    Constraint constraint() {
        return constraint;
    }
}
