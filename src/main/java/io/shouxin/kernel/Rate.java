package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A yearly rate as a decimal fraction: 5.25 % is {@code 0.0525}. Range: above -1 and at most 10.
 */
public record Rate(@JsonValue BigDecimal fraction) implements Comparable<Rate> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Rate {
        if (fraction.compareTo(BigDecimal.ONE.negate()) <= 0 || fraction.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("not a rate: " + fraction);
        }
        fraction = fraction.stripTrailingZeros();
    }

    public static Rate of(String fraction) {
        return new Rate(new BigDecimal(fraction));
    }

    @Override
    public int compareTo(Rate other) {
        return fraction.compareTo(other.fraction);
    }

    @Override
    public String toString() {
        return fraction.toPlainString();
    }
}
