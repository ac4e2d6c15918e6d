package io.shouxin.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A ratio in one year with all that went into it, so that anybody can work it out again:
 * {@code factor × (sum of weight × amount of the dividend's parts) ÷ (the same of the divisor's parts)}, rounded half up.
 *
 * @param periodEnd end of the year
 * @param value     fractions and times to six decimals, days to one; empty when undefined
 * @param undefined why there is no value; null when there is one
 * @param factor    1, or the days of a year
 * @param parts     in the order of the formula
 */
public record RatioYear(LocalDate periodEnd, Optional<BigDecimal> value, Undefined undefined, BigDecimal factor, List<RatioPart> parts) {

    public RatioYear {
        value = value == null ? Optional.empty() : value;
        parts = List.copyOf(parts);
    }

    /** Why a ratio has no value; message {@code undefined.CODE}. */
    public enum Undefined {
        /** The statement of that year, or of the year before, is not on file. */
        PERIOD_MISSING,
        /** A statement is there, but does not report a line the formula needs. */
        ITEM_MISSING,
        /** What is divided by is nought. */
        ZERO_DIVISOR,
        /** What is divided by is negative (negative equity, a loss): the quotient would mean the opposite of what it says. */
        NEGATIVE_DIVISOR,
        /** Only an interim statement is there, and not what would make twelve months of it. */
        YEAR_INCOMPLETE
    }
}
