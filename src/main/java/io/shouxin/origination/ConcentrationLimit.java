package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;

/**
 * One row of policy {@code concentration-limits}: the most exposure in a dimension, as a share of one of the lender's figures.
 *
 * @param applies    false: lenders of this kind are not held to it
 * @param share      of {@code base}; may exceed 1
 * @param reasonCode says whether a regulator or the bank itself set it
 */
record ConcentrationLimit(boolean applies, Base base, BigDecimal share, String reasonCode) {

    static final String POLICY = "concentration-limits";
    private static final String OWN_RULE = "CONCENTRATION_OWN";

    /** The figure of the lender the share is taken of; its codes are the figures' labels. */
    enum Base {
        NET_CAPITAL("netCapital", "shareOfNetCapital"),
        TIER_ONE_CAPITAL("tierOneCapital", "shareOfTierOneCapital"),
        LENDABLE_FUNDS("lendableFunds", "shareOfLendableFunds");

        private final String figure;
        private final String shareFigure;

        Base(String figure, String shareFigure) {
            this.figure = figure;
            this.shareFigure = shareFigure;
        }

        String figure() {
            return figure;
        }

        String shareFigure() {
            return shareFigure;
        }

        /** Null when the lender has not entered it. */
        BigDecimal of(LenderFigures figures) {
            return switch (this) {
                case NET_CAPITAL -> figures.netCapital();
                case TIER_ONE_CAPITAL -> figures.tierOneCapital();
                case LENDABLE_FUNDS -> figures.lendableFunds();
            };
        }
    }

    /** Set by the bank itself; anything else counts as a regulator's. */
    boolean ownRule() {
        return reasonCode.equals(OWN_RULE);
    }

    static ConcentrationLimit of(MatchedRow row) {
        return new ConcentrationLimit(row.flag("applies"), Base.valueOf(row.text("base")), row.number("share"), row.text("reasonCode"));
    }
}
