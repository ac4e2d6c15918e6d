package io.shouxin.modelling.binning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Bounds people can remember: of all numbers that separate two values, the one with the fewest digits. */
final class RoundNumbers {

    private static final int MOST_DIGITS = 3;

    private RoundNumbers() {
    }

    /**
     * The roundest number above {@code low} and not above {@code high}. Where only a number of more than three digits would
     * separate them, {@code high} rounded to three: some cases then change sides, which no risk depends on.
     */
    static double between(double low, double high) {
        if (low < 0 && high >= 0) {
            return 0;
        }
        BigDecimal below = BigDecimal.valueOf(low);
        BigDecimal top = BigDecimal.valueOf(high);
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal cut = top.round(new MathContext(digits, RoundingMode.FLOOR));
            if (cut.compareTo(below) > 0) {
                return cut.doubleValue();
            }
        }
        return top.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_UP)).doubleValue();
    }

    static String text(double bound) {
        BigDecimal number = BigDecimal.valueOf(bound).stripTrailingZeros();
        return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
    }
}
