package io.shouxin.adjustment;

import io.shouxin.approval.Tier;
import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;

/**
 * The row of policy {@code exception-rules} that governs an exception.
 *
 * @param mostShare   most room as a share of the ceiling
 * @param mostDays    longest time, today included
 * @param mostPerYear how many may come into force within twelve months
 * @param tier        lowest tier that may have the last word
 */
record ExceptionRule(BigDecimal mostShare, int mostDays, int mostPerYear, boolean noOverdue, int reportDays, int ratingDays, Tier tier,
                     String reasonCode) {

    static ExceptionRule of(MatchedRow row) {
        return new ExceptionRule(row.number("mostShare"), row.whole("mostDays"), row.whole("mostPerYear"), row.flag("noOverdue"),
                row.whole("reportDays"), row.whole("ratingDays"), Tier.valueOf(row.text("tier")), row.text("reasonCode"));
    }
}
