package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A financial ratio of one customer.
 *
 * @param code     e.g. {@code currentRatio}; messages {@code ratio.CODE} (name) and {@code ratio.CODE.formula}
 * @param value    empty when undefined: a part is missing or the divisor is zero; never a made-up 0
 * @param previous the same ratio one year earlier
 */
public record Ratio(String code, Dimension dimension, Optional<BigDecimal> value, Optional<BigDecimal> previous, Unit unit) {

    /** The five sides of a firm that ratios look at. */
    public enum Dimension {
        /** 偿债能力. */
        SOLVENCY,
        /** 盈利能力. */
        PROFITABILITY,
        /** 营运能力. */
        OPERATION,
        /** 成长能力. */
        GROWTH,
        /** 现金流. */
        CASH_FLOW
    }

    /** How a value is to be read. */
    public enum Unit {
        /** Decimal fraction, shown as per cent: 0.253 is 25.3 %. */
        FRACTION,
        /** Multiple: 1.8 times. */
        TIMES,
        /** Days of 365 in the year. */
        DAYS
    }
}
