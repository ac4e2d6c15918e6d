package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency, e.g. {@code CNY 1234.50}.
 *
 * <p>The scale is the currency's number of minor digits (2 for CNY, 0 for JPY); an amount with more digits is refused
 * rather than rounded. Amounts of different currencies never mix: arithmetic across currencies throws. Range: the
 * database keeps 15 digits before the decimal point.
 */
@JsonIgnoreProperties({"positive", "negative", "zero"})
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** Renminbi, the default currency of every form. */
    public static final Currency CNY = Currency.getInstance("CNY");

    private static final BigDecimal CEILING = new BigDecimal("1E15");
    private static final int MOST_DIGITS = 100;

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if (amount.signum() == 0) {
            amount = BigDecimal.ZERO;
        } else if (amount.scale() > MOST_DIGITS || amount.precision() - (long) amount.scale() > MOST_DIGITS) {
            // Before it is written out: 1E999999999 is a short text and a long number.
            throw new ArithmeticException("amount out of range");
        }
        amount = amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.UNNECESSARY);
        if (amount.abs().compareTo(CEILING) >= 0) {
            throw new ArithmeticException("amount out of range: " + amount);
        }
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /** @param amount decimal text such as {@code "1234.50"} */
    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }

    public static Money cny(String amount) {
        return new Money(new BigDecimal(amount), CNY);
    }

    public static Money cny(BigDecimal amount) {
        return new Money(amount, CNY);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Rounds to the currency's scale; the caller says how, because every rounding is a decision about somebody's money. */
    public static Money rounded(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0), rounding), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money times(BigDecimal factor, RoundingMode rounding) {
        return rounded(amount.multiply(factor), currency, rounding);
    }

    /** @param step positive; the result is the largest multiple of {@code step} not above this amount */
    public Money roundedDownTo(Money step) {
        if (!sameCurrency(step).isPositive()) {
            throw new IllegalArgumentException("step must be positive: " + step);
        }
        BigDecimal steps = amount.divide(step.amount, 0, RoundingMode.FLOOR);
        return new Money(steps.multiply(step.amount), currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Compares amounts of one currency; throws for two currencies. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + amount.toPlainString();
    }
}
