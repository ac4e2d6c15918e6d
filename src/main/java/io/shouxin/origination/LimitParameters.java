package io.shouxin.origination;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of policy {@code limit-parameters}; amounts in yuan, shares as fractions.
 *
 * @param debtServiceCoverage times the cash flow must cover the yearly debt service
 * @param debtToIncome        share of an individual's yearly income that debt service may take
 * @param invoiceSalesShare   share of a year's invoiced sales that may be lent
 * @param marginBasis         which profit the margin in the working-capital formula means
 * @param step                limits are rounded down to multiples of it
 * @param floor               below it nothing is granted
 * @param cap                 most that one customer may have
 * @param growthCap           most growth of sales that is believed
 * @param repaymentYears      years within which debt must be repayable from cash flow
 * @param growthRule          what growth is measured against besides; empty by versions of the policy before 2026.2
 * @param capitalFactsMonths  how long the lender's own figures count, in months; likewise
 */
record LimitParameters(BigDecimal debtServiceCoverage, BigDecimal debtToIncome, BigDecimal invoiceSalesShare, MarginBasis marginBasis,
                       BigDecimal step, BigDecimal floor, BigDecimal cap, BigDecimal growthCap, BigDecimal repaymentYears,
                       Optional<GrowthRule> growthRule, Optional<Integer> capitalFactsMonths) {

    static final String POLICY = "limit-parameters";

    /** The profit meant by 销售利润率, on which the published guides differ. */
    enum MarginBasis {
        /** 利润总额 / 销售收入. */
        TOTAL_PROFIT,
        /** 净利润 / 销售收入. */
        NET_PROFIT
    }

    /**
     * How far above others' growth an expected growth is believed, each as a fraction: 0.10 is ten percentage points.
     *
     * @param aboveOwn      above the firm's own growth of last year
     * @param aboveIndustry above the median growth of its industry
     */
    record GrowthRule(BigDecimal aboveOwn, BigDecimal aboveIndustry) {
    }

    /** The least that anybody of that kind may be granted. Whether a firm counts as small is known only when it is rated. */
    static BigDecimal least(PolicyBook policies, LocalDate asOf, String customerKind) {
        return Stream.of(true, false).map(small -> of(policies.evaluate(POLICY, asOf, Map.of("customerKind", customerKind, "smallFirm", small)).only()).floor())
                .min(BigDecimal::compareTo).orElseThrow();
    }

    static LimitParameters of(MatchedRow row) {
        return new LimitParameters(row.number("debtServiceCoverage"), row.number("debtToIncome"), row.number("invoiceSalesShare"),
                MarginBasis.valueOf(row.text("profitMarginBasis")), row.number("stepAmount"), row.number("floor"), row.number("cap"),
                row.number("growthCap"), row.number("repaymentYears"),
                row.says("aboveOwnGrowth") ? Optional.of(new GrowthRule(row.number("aboveOwnGrowth"), row.number("aboveIndustryGrowth"))) : Optional.empty(),
                row.says("capitalFactsMonths") ? Optional.of(row.whole("capitalFactsMonths")) : Optional.empty());
    }
}
