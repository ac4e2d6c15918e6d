package io.shouxin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A probability as a decimal fraction, 0 to 1 inclusive: a PD of 1.2 % is {@code 0.012}. */
public record Probability(@JsonValue BigDecimal fraction) implements Comparable<Probability> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Probability {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not a probability: " + fraction);
        }
        fraction = fraction.stripTrailingZeros();
    }

    public static Probability of(String fraction) {
        return new Probability(new BigDecimal(fraction));
    }

    @Override
    public int compareTo(Probability other) {
        return fraction.compareTo(other.fraction);
    }

    @Override
    public String toString() {
        return fraction.toPlainString();
    }
}
