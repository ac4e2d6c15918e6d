package io.shouxin.origination;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the lender itself has, on a day (本机构资本数据): concentration limits and lendable funds are measured by it.
 *
 * @param asOf           the day the figures hold for, not in the future
 * @param netCapital     资本净额 of a bank, net assets of another lender; yuan, positive
 * @param tierOneCapital 一级资本净额 in yuan; {@code null} only for a lender that is no bank
 * @param lendableFunds  可贷资金: what may be lent and promised in all at one time, in yuan, zero or more
 * @param source         the report it is taken from, e.g. 2026年三季度资本充足率报告
 */
public record LenderFigures(LenderKind kind, LocalDate asOf, BigDecimal netCapital, BigDecimal tierOneCapital, BigDecimal lendableFunds,
                            String source) {
}
