package io.shouxin.customer.statement;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds statements whose unit was probably mistaken: figures some 1,000 or 10,000 times those of another period, or of another
 * statement of the same period, as happens when 万元 or 千元 are taken for yuan. Only a person can tell whether it is so.
 */
public final class UnitDoubt {

    /** No sound firm grows or shrinks so much from one year to the next. */
    private static final BigDecimal ABSURD = new BigDecimal("500");
    /** Between 1,000 and 10,000, in the middle of their logarithms. */
    private static final BigDecimal RATHER_TEN_THOUSAND = new BigDecimal("3162");
    private static final List<StatementItem> SIZES = List.of(StatementItem.TOTAL_ASSETS, StatementItem.REVENUE,
            StatementItem.TOTAL_LIABILITIES, StatementItem.TOTAL_EQUITY, StatementItem.COST_OF_SALES);

    private UnitDoubt() {
    }

    /**
     * @param others the same customer's statements, this one left out
     * @return {@code STATEMENT_UNIT_DOUBTFUL}, or nothing
     */
    public static Optional<Refusal> of(StatementSheet sheet, List<StatementSheet> others) {
        return inside(sheet, StatementItem.TOTAL_ASSETS, StatementItem.REVENUE)
                .or(() -> inside(sheet, StatementItem.CASH, StatementItem.CASH_AT_END))
                .or(() -> others.stream().filter(other -> !samePeriod(other, sheet) || other.basis() != sheet.basis())
                        .sorted(Comparator.comparing(other -> Math.abs(other.periodEnd().toEpochDay() - sheet.periodEnd().toEpochDay())))
                        .limit(2).map(other -> against(sheet, other)).flatMap(Optional::stream).findFirst());
    }

    private static boolean samePeriod(StatementSheet one, StatementSheet other) {
        return one.periodEnd().equals(other.periodEnd()) && one.months() == other.months();
    }

    private static Optional<Refusal> inside(StatementSheet sheet, StatementItem one, StatementItem other) {
        return sheet.amount(one).flatMap(first -> sheet.amount(other).flatMap(second -> step(first, second)))
                .map(step -> Refusal.of("STATEMENT_UNIT_DOUBTFUL").at("amounts." + one).with("periodEnd", sheet.periodEnd())
                        .with("item", "statementItem." + one).with("amount", "CNY " + sheet.amounts().get(one).toPlainString())
                        .with("other", "statementItem." + other).with("otherAmount", "CNY " + sheet.amounts().get(other).toPlainString())
                        .with("otherPeriodEnd", sheet.periodEnd()).with("step", step));
    }

    private static Optional<Refusal> against(StatementSheet sheet, StatementSheet other) {
        for (StatementItem item : SIZES) {
            Optional<String> step = sheet.amount(item).flatMap(now -> other.amount(item).flatMap(then -> step(now, then)));
            if (step.isPresent()) {
                return Optional.of(Refusal.of("STATEMENT_UNIT_DOUBTFUL").at("amounts." + item).with("periodEnd", sheet.periodEnd())
                        .with("item", "statementItem." + item).with("amount", "CNY " + sheet.amounts().get(item).toPlainString())
                        .with("other", "statementItem." + item).with("otherAmount", "CNY " + other.amounts().get(item).toPlainString())
                        .with("otherPeriodEnd", other.periodEnd()).with("step", step.get()));
            }
        }
        return Optional.empty();
    }

    /** 1,000 or 10,000 when one is absurdly larger than the other. */
    private static Optional<String> step(BigDecimal one, BigDecimal other) {
        BigDecimal larger = one.abs().max(other.abs());
        BigDecimal smaller = one.abs().min(other.abs());
        if (smaller.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal times = larger.divide(smaller, 2, RoundingMode.HALF_UP);
        return times.compareTo(ABSURD) < 0 ? Optional.empty() : Optional.of(times.compareTo(RATHER_TEN_THOUSAND) < 0 ? "1,000" : "10,000");
    }
}
