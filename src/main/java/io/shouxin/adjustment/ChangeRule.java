package io.shouxin.adjustment;

import io.shouxin.approval.Tier;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The row of policy {@code limit-change-rules} that governs a change. What it leaves open is not asked for.
 *
 * @param leastShare   smallest change as a share of the present ceiling
 * @param leastAmount  smallest change in yuan
 * @param mostInPeriod how often it may happen within {@code periodMonths}
 * @param daysBetween  days between two of them
 * @param reportDays   oldest credit report that still counts, in days
 * @param ratingDays   oldest rating that still counts, in days
 * @param leastUse     share of the present ceiling that has to be drawn
 * @param tier         lowest tier that may have the last word
 * @param byExposure   whether the letter of authority is asked too, by the total exposure afterwards
 * @param atOnce       whether it may take effect before it is approved
 * @param reasonCode   label is message {@code reason.CODE}
 */
public record ChangeRule(Optional<BigDecimal> leastShare, Optional<BigDecimal> mostShare, Optional<BigDecimal> leastAmount,
                         Optional<BigDecimal> mostAmount, Optional<Integer> mostInPeriod, Optional<Integer> periodMonths,
                         Optional<Integer> daysBetween, boolean noOverdue, Optional<Integer> reportDays, Optional<Integer> ratingDays,
                         Optional<BigDecimal> leastUse, Tier tier, boolean byExposure, boolean atOnce, String reasonCode) {

    static ChangeRule of(MatchedRow row) {
        return new ChangeRule(number(row, "leastShare"), number(row, "mostShare"), number(row, "leastAmount"), number(row, "mostAmount"),
                whole(row, "mostInPeriod"), whole(row, "periodMonths"), whole(row, "daysBetween"), row.flag("noOverdue"),
                whole(row, "reportDays"), whole(row, "ratingDays"), number(row, "leastUse"), Tier.valueOf(row.text("tier")),
                row.flag("byExposure"), row.flag("atOnce"), row.text("reasonCode"));
    }

    private static Optional<BigDecimal> number(MatchedRow row, String name) {
        return row.says(name) ? Optional.of(row.number(name)) : Optional.empty();
    }

    private static Optional<Integer> whole(MatchedRow row, String name) {
        return row.says(name) ? Optional.of(row.whole(name)) : Optional.empty();
    }
}
