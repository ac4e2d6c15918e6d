package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import java.math.BigDecimal;

/**
 * What a grade brings with it, by policy {@code grade-terms}.
 *
 * @param limitFactor      part of what the customer could bear that is lent, 0 to 1; 0 means no limit
 * @param rateMarkupBp     basis points on top of the base rate
 * @param paymentTermDays  days to pay under trade credit
 * @param netAssetMultiple most that is lent per yuan of net assets
 * @param riskLevel        {@code LOW}, {@code MEDIUM} or {@code HIGH}
 */
record GradeTerms(BigDecimal limitFactor, BigDecimal rateMarkupBp, int paymentTermDays, int reviewCycleMonths, String monitoring,
                  BigDecimal netAssetMultiple, String riskLevel, String reasonCode) {

    static final String POLICY = "grade-terms";

    static GradeTerms of(MatchedRow row) {
        return new GradeTerms(row.number("limitFactor"), row.number("rateMarkupBp"), row.whole("paymentTermDays"),
                row.whole("reviewCycleMonths"), row.text("monitoring"), row.number("netAssetMultiple"), row.text("riskLevel"),
                row.text("reasonCode"));
    }

    boolean allowsCredit() {
        return limitFactor.signum() > 0;
    }

    boolean isLowRisk() {
        return riskLevel.equals("LOW");
    }
}
