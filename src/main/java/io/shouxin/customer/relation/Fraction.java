package io.shouxin.customer.relation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact fraction in lowest terms; chains of shares divide, and thirds have no end in decimals. */
public record Fraction(BigInteger over, BigInteger under) {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    public Fraction {
        if (under.signum() == 0) {
            throw new ArithmeticException("a fraction of nothing");
        }
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(common);
        under = under.divide(common);
    }

    /** @param percent 50 gives one half */
    public static Fraction ofPercent(BigDecimal percent) {
        BigDecimal plain = percent.setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY);
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale() + 2));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    public Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** @throws ArithmeticException when the other is zero */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    public boolean isZero() {
        return over.signum() == 0;
    }

    /** In percent with six decimals, half up. */
    public BigDecimal percent() {
        return new BigDecimal(over).movePointRight(2).divide(new BigDecimal(under), 6, RoundingMode.HALF_UP);
    }
}
