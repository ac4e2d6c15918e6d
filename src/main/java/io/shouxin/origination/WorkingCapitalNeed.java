package io.shouxin.origination;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The working-capital need of a firm (流动资金贷款需求量) by the method annexed to the regulator's rules on working-capital
 * loans (《流动资金贷款管理办法》附件：流动资金贷款需求量的测算参考).
 *
 * <pre>
 * need     = last sales × (1 − profit margin) × (1 + expected growth) / turns
 * turns    = 360 / (inventory + receivable − payable + prepayment − advance days)
 * days     = 360 × average of opening and closing balance / sales (receivables, advances) or cost of sales (the others)
 * new loan = need − own funds − existing working-capital loans − other channels
 * </pre>
 *
 * All amounts share one unit; the results have it too. Nothing is rounded before {@link #newLoan}.
 *
 * @param cycleDays    length of the cash cycle in days of a 360-day year; positive
 * @param turns        how often working capital turns over in a year
 * @param profitMargin by the definition the policy names, as a fraction
 * @param need         营运资金量
 * @param newLoan      新增流动资金贷款额度; negative when the firm needs none
 */
record WorkingCapitalNeed(BigDecimal cycleDays, BigDecimal turns, BigDecimal profitMargin, BigDecimal need, BigDecimal newLoan) {

    private static final BigDecimal YEAR_DAYS = BigDecimal.valueOf(360);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL64;

    /** Opening and closing balance of a year. */
    record Balance(BigDecimal opening, BigDecimal closing) {

        BigDecimal average() {
            return opening.add(closing).divide(TWO, EXACT_ENOUGH);
        }
    }

    /**
     * What goes in.
     *
     * @param profit profit by the policy's definition of the margin: total profit, net profit or operating profit of last year
     * @param growth expected growth of sales, already capped, as a fraction
     */
    record Figures(BigDecimal sales, BigDecimal costOfSales, BigDecimal profit, BigDecimal growth, Balance receivables,
                   Balance inventory, Balance payables, Balance prepayments, Balance advances, BigDecimal ownFunds,
                   BigDecimal existingLoans, BigDecimal otherFunding) {
    }

    /** Empty when the formula has no meaning: no sales, no cost, or a cash cycle that is not positive (others fund the firm). */
    static Optional<WorkingCapitalNeed> of(Figures figures) {
        if (figures.sales.signum() <= 0 || figures.costOfSales.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal cycleDays = days(figures.inventory, figures.costOfSales)
                .add(days(figures.receivables, figures.sales))
                .subtract(days(figures.payables, figures.costOfSales))
                .add(days(figures.prepayments, figures.costOfSales))
                .subtract(days(figures.advances, figures.sales));
        if (cycleDays.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal turns = YEAR_DAYS.divide(cycleDays, EXACT_ENOUGH);
        BigDecimal margin = figures.profit.divide(figures.sales, EXACT_ENOUGH);
        BigDecimal need = figures.sales.multiply(BigDecimal.ONE.subtract(margin))
                .multiply(BigDecimal.ONE.add(figures.growth))
                .multiply(cycleDays).divide(YEAR_DAYS, EXACT_ENOUGH);
        BigDecimal newLoan = need.subtract(figures.ownFunds).subtract(figures.existingLoans).subtract(figures.otherFunding)
                .setScale(2, RoundingMode.HALF_UP);
        return Optional.of(new WorkingCapitalNeed(cycleDays, turns, margin, need, newLoan));
    }

    static BigDecimal days(Balance balance, BigDecimal flow) {
        return balance.average().multiply(YEAR_DAYS).divide(flow, EXACT_ENOUGH);
    }
}
