package io.shouxin.rating;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a grade brings with it (等级政策), by policy {@code grade-terms}.
 *
 * @param limitFactor       part of what the customer could bear that is lent, 0 to 1; 0 means no limit
 * @param rateMarkupBp      basis points on top of the base rate
 * @param paymentTermDays   days to pay under trade credit
 * @param reviewCycleMonths months between two reviews
 * @param monitoring        how closely the customer is watched; message {@code monitoring.CODE}
 * @param netAssetMultiple  most that is lent per yuan of net assets
 * @param riskLevel         {@code LOW}, {@code MEDIUM} or {@code HIGH}
 */
public record GradeTerms(BigDecimal limitFactor, BigDecimal rateMarkupBp, int paymentTermDays, int reviewCycleMonths, String monitoring,
                         BigDecimal netAssetMultiple, String riskLevel, String reasonCode) {

    /** Policy key. */
    public static final String POLICY = "grade-terms";

    /** Those of the grade, tightened by the policy for the customer's industry where there is one. */
    public static GradeTerms of(MatchedRow row, Optional<IndustryPolicy> industry) {
        GradeTerms ofGrade = of(row);
        return industry.map(ofGrade::within).orElse(ofGrade);
    }

    private static GradeTerms of(MatchedRow row) {
        return new GradeTerms(row.number("limitFactor"), row.number("rateMarkupBp"), row.whole("paymentTermDays"),
                row.whole("reviewCycleMonths"), row.text("monitoring"), row.number("netAssetMultiple"), row.text("riskLevel"),
                row.text("reasonCode"));
    }

    /** The same for a firm of an industry the bank is careful with: never more generous than the grade alone. */
    private GradeTerms within(IndustryPolicy industry) {
        return new GradeTerms(limitFactor.multiply(industry.limitMultiplier()), rateMarkupBp.add(industry.extraMarkupBp()), paymentTermDays,
                Math.min(reviewCycleMonths, industry.longestReviewMonths()), monitoring, netAssetMultiple, riskLevel, reasonCode);
    }

    public boolean allowsCredit() {
        return limitFactor.signum() > 0;
    }

    public boolean lowRisk() {
        return riskLevel.equals("LOW");
    }
}
