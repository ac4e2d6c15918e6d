package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The audited beside the self-reported statement of one period (审计与自报对比).
 *
 * @param lines the items that differ, in the order of the statements; empty when all that both report agrees
 */
public record BasisComparison(LocalDate periodEnd, int months, List<Line> lines) {

    /**
     * @param audited      in yuan; null when the audited statement doesn't report the item
     * @param selfReported in yuan; null when the firm's own doesn't
     * @param difference   audited less self-reported; null when one of them is missing
     * @param share        the difference as a fraction of what the firm reported, four decimals; null when that is missing or zero
     */
    public record Line(StatementItem item, BigDecimal audited, BigDecimal selfReported, BigDecimal difference, BigDecimal share) {
    }
}
