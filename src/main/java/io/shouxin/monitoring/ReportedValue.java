package io.shouxin.monitoring;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Checks of a reported value. */
final class ReportedValue {

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 15;

    private ReportedValue() {
    }

    /** At most 15 digits before and 6 after the point, and only where the covenant is a figure. */
    static Optional<Refusal> objection(CovenantTestView test, BigDecimal value, String field) {
        if (value == null) {
            return Optional.empty();
        }
        BigDecimal bare = value.stripTrailingZeros();
        boolean malformed = test.target() == null || bare.scale() > MOST_DECIMALS || bare.precision() - bare.scale() > MOST_DIGITS;
        return malformed ? Optional.of(Refusal.of("REPORTED_MALFORMED").at(field)) : Optional.empty();
    }

    /** Whether they lie further apart than that share of the derived one; anything differs from nought. */
    static boolean differs(BigDecimal derived, BigDecimal reported, BigDecimal tolerance) {
        BigDecimal apart = reported.subtract(derived).abs();
        return derived.signum() == 0 ? apart.signum() != 0 : apart.divide(derived.abs(), MathContext.DECIMAL64).compareTo(tolerance) > 0;
    }
}
