package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a security's value counts (抵质押率), by policy {@code advance-rates}.
 *
 * @param rate        fraction of the value; zero for a kind that has none
 * @param validMonths how long a valuation counts
 * @param approvedBy  tier that has to approve a kind without a rate; {@code NONE} for the others
 */
public record AdvanceRate(SecurityKind kind, BigDecimal rate, int validMonths, String approvedBy) {

    static final String POLICY = "advance-rates";
    private static final String NOBODY = "NONE";
    private static final String HIGHEST_TIER = "COMMITTEE";

    /** A kind the table does not know has no rate, and only the highest tier may make an exception. */
    static AdvanceRate of(SecurityKind kind, Optional<MatchedRow> row) {
        return row.map(found -> new AdvanceRate(kind, found.number("advanceRate"), found.whole("validMonths"), found.text("approvedBy")))
                .orElseGet(() -> new AdvanceRate(kind, BigDecimal.ZERO, 0, HIGHEST_TIER));
    }

    boolean given() {
        return rate.signum() > 0 && approvedBy.equals(NOBODY);
    }
}
