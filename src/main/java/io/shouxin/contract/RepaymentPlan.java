package io.shouxin.contract;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.Rate;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loan would cost month by month (还款计划试算). Exact decimals; amounts are rounded half up to the fen where they are paid, and
 * the last instalment takes what rounding left, so that the principal paid is the principal lent.
 *
 * <p>Interest runs by actual days over 360, but for {@link RepaymentType#ANNUITY}: equal instalments need equal months, so it takes a
 * twelfth of the yearly rate a month.
 *
 * @param interest  of all instalments
 */
public record RepaymentPlan(Money principal, Rate rate, RepaymentType type, List<Instalment> instalments, Money interest) {

    private static final int LONGEST = 360;
    private static final BigDecimal DAYS_IN_YEAR = BigDecimal.valueOf(360);
    private static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    public RepaymentPlan {
        instalments = List.copyOf(instalments);
    }

    /**
     * @param number      from 1
     * @param outstanding principal left after it
     */
    public record Instalment(int number, LocalDate dueOn, Money principal, Money interest, Money payment, Money outstanding) {
    }

    /**
     * @param months 1 to 360
     * @param drawn  day the money is lent; instalments fall on the same day of the months after it
     * @return the plan, or {@code PLAN_AMOUNT_INVALID, PLAN_MONTHS_INVALID, PLAN_RATE_INVALID, PLAN_INCOMPLETE}
     */
    public static Outcome<RepaymentPlan> of(Money principal, Rate rate, int months, RepaymentType type, LocalDate drawn) {
        if (principal == null || !principal.isPositive() || principal.amount().stripTrailingZeros().scale() > 2) {
            return Outcome.refused(Refusal.of("PLAN_AMOUNT_INVALID").at("amount"));
        }
        if (months < 1 || months > LONGEST) {
            return Outcome.refused(Refusal.of("PLAN_MONTHS_INVALID").at("months").with("most", LONGEST));
        }
        if (rate == null || rate.fraction().signum() < 0 || rate.fraction().compareTo(BigDecimal.ONE) > 0) {
            return Outcome.refused(Refusal.of("PLAN_RATE_INVALID").at("rate"));
        }
        if (type == null || drawn == null) {
            return Outcome.refused(Refusal.of("PLAN_INCOMPLETE").at(type == null ? "repayment" : "drawnOn"));
        }
        List<Instalment> instalments = type == RepaymentType.BULLET ? bullet(principal, rate, months, drawn) : monthly(principal, rate, months, type, drawn);
        Money interest = instalments.stream().map(Instalment::interest).reduce(Money.zero(principal.currency()), Money::plus);
        return Outcome.done(new RepaymentPlan(principal, rate, type, instalments, interest));
    }

    private static List<Instalment> bullet(Money principal, Rate rate, int months, LocalDate drawn) {
        LocalDate due = drawn.plusMonths(months);
        Money interest = byDays(principal, rate, drawn, due);
        return List.of(new Instalment(1, due, principal, interest, principal.plus(interest), Money.zero(principal.currency())));
    }

    private static List<Instalment> monthly(Money principal, Rate rate, int months, RepaymentType type, LocalDate drawn) {
        Money instalment = type == RepaymentType.ANNUITY ? annuity(principal, rate, months) : null;
        Money share = share(principal, months);
        List<Instalment> plan = new ArrayList<>();
        Money left = principal;
        LocalDate from = drawn;
        for (int number = 1; number <= months; number++) {
            LocalDate due = drawn.plusMonths(number);
            Money interest = type == RepaymentType.ANNUITY
                    ? left.times(rate.fraction().divide(MONTHS_IN_YEAR, EXACT_ENOUGH), RoundingMode.HALF_UP) : byDays(left, rate, from, due);
            Money paid = number == months ? left : switch (type) {
                case INTEREST_MONTHLY, BULLET -> Money.zero(principal.currency());
                case EQUAL_PRINCIPAL -> share;
                case ANNUITY -> instalment.minus(interest).min(left);
            };
            left = left.minus(paid);
            plan.add(new Instalment(number, due, paid, interest, paid.plus(interest), left));
            from = due;
        }
        return plan;
    }

    private static Money byDays(Money principal, Rate rate, LocalDate from, LocalDate to) {
        BigDecimal years = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)).divide(DAYS_IN_YEAR, EXACT_ENOUGH);
        return principal.times(rate.fraction().multiply(years, EXACT_ENOUGH), RoundingMode.HALF_UP);
    }

    private static Money share(Money principal, int months) {
        return Money.rounded(principal.amount().divide(BigDecimal.valueOf(months), EXACT_ENOUGH), principal.currency(), RoundingMode.DOWN);
    }

    /** Principal times r / (1 − (1 + r)⁻ⁿ); without interest an equal share. */
    private static Money annuity(Money principal, Rate rate, int months) {
        if (rate.fraction().signum() == 0) {
            return share(principal, months);
        }
        BigDecimal monthly = rate.fraction().divide(MONTHS_IN_YEAR, EXACT_ENOUGH);
        BigDecimal grown = BigDecimal.ONE.add(monthly).pow(months, EXACT_ENOUGH);
        return principal.times(monthly.multiply(grown, EXACT_ENOUGH).divide(grown.subtract(BigDecimal.ONE), EXACT_ENOUGH), RoundingMode.HALF_UP);
    }
}
