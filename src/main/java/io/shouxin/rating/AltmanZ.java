package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Altman's Z″ for firms outside the stock exchange and of any industry (E. I. Altman, 1995):
 * {@code 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4}. An indicator beside the score, and one characteristic of it.
 *
 * @param value     to four decimals; empty when a term is undefined
 * @param zone      by policy {@code altman-zone}
 * @param undefined why there is no value; null when there is one
 * @param terms     X1 to X4
 */
public record AltmanZ(Optional<BigDecimal> value, Zone zone, RatioYear.Undefined undefined, List<Term> terms) {

    public AltmanZ {
        value = value == null ? Optional.empty() : value;
        terms = List.copyOf(terms);
    }

    /**
     * One term of the sum.
     *
     * @param code        {@code X1} working capital, {@code X2} retained earnings, {@code X3} earnings before interest and tax, each
     *                    to total assets, {@code X4} equity to liabilities; message {@code altmanTerm.CODE}
     * @param coefficient as published
     * @param ratio       the term itself with its parts
     */
    public record Term(String code, BigDecimal coefficient, RatioYear ratio) {
    }

    /** Message {@code altmanZone.CODE}. */
    public enum Zone {
        /** 安全区: above 2.6. */
        SAFE,
        /** 灰色区: 1.1 to 2.6. */
        GREY,
        /** 困境区: below 1.1. */
        DISTRESS,
        /** No value. */
        UNKNOWN
    }
}
