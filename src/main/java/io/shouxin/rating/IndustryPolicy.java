package io.shouxin.rating;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;

/**
 * The bank's credit policy for an industry (行业授信政策), by policy {@code industry-policy}: firms of different industries are
 * judged by different scorecards and lent to on different terms.
 *
 * @param industry             the firm's division or section of GB/T 4754; {@link #UNKNOWN} when it is not on file
 * @param scorecard            policy key of the scorecard for firms with statements
 * @param limitMultiplier      on the limit factor of the grade, 0 to 1
 * @param extraMarkupBp        basis points on top of the grade's mark-up, 0 or more
 * @param maxTenorMonths       longest tenor
 * @param longestReviewMonths  a customer is reviewed at least this often, whatever his grade
 * @param strategy             {@code SUPPORT}, {@code MAINTAIN}, {@code CONTROL} or {@code REDUCE}; message {@code strategy.CODE}
 * @param reasonCode           message {@code reason.CODE}
 * @param version              of the table
 */
public record IndustryPolicy(String industry, String scorecard, BigDecimal limitMultiplier, BigDecimal extraMarkupBp, int maxTenorMonths,
                             int longestReviewMonths, String strategy, String reasonCode, String version) {

    /** Policy key. */
    public static final String POLICY = "industry-policy";

    /** Stands for an industry that is not on file. */
    public static final String UNKNOWN = "UNKNOWN";

    /** Whether the bank lends less, or dearer, to this industry than the grade alone would have it. */
    public boolean tightens() {
        return limitMultiplier.compareTo(BigDecimal.ONE) < 0 || extraMarkupBp.signum() > 0;
    }

    static IndustryPolicy of(String industry, MatchedRow row, String version) {
        return new IndustryPolicy(industry, row.text("scorecard"), row.number("limitMultiplier"), row.number("extraMarkupBp"),
                row.whole("maxTenorMonths"), row.whole("longestReviewMonths"), row.text("strategy"), row.text("reasonCode"), version);
    }
}
