package io.shouxin.workflow.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Numbers as exact decimals, and dates: the values a cell can order. */
final class Ordered {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Ordered() {
    }

    /** The value in the bound's kind, or null when it is of another kind. */
    static Object alike(Object value, Object bound) {
        return bound instanceof LocalDate ? (value instanceof LocalDate ? value : null) : decimal(value);
    }

    static int compare(Object value, Object bound) {
        return bound instanceof LocalDate day ? ((LocalDate) value).compareTo(day) : ((BigDecimal) value).compareTo((BigDecimal) bound);
    }

    /** Numbers or days, smallest first, each once whatever its trailing zeros. */
    static List<Object> rising(List<Object> constants) {
        List<Object> rising = new ArrayList<>();
        constants.stream().sorted((one, other) -> compare(one, other)).forEach(constant -> {
            if (rising.isEmpty() || compare(rising.get(rising.size() - 1), constant) != 0) {
                rising.add(constant);
            }
        });
        return rising;
    }

    /** A value strictly between two bounds, null standing for "no bound"; null when there is none, as between two days in a row. */
    static Object between(Object low, Object high, boolean days) {
        if (days) {
            LocalDate day = low != null ? ((LocalDate) low).plusDays(1) : high != null ? ((LocalDate) high).minusDays(1) : LocalDate.EPOCH;
            return high != null && !day.isBefore((LocalDate) high) ? null : day;
        }
        if (low == null || high == null) {
            return low != null ? ((BigDecimal) low).add(BigDecimal.ONE)
                    : high != null ? ((BigDecimal) high).subtract(BigDecimal.ONE) : BigDecimal.ZERO;
        }
        return ((BigDecimal) low).add((BigDecimal) high).multiply(HALF);
    }

    /** Null for everything that isn't one of the usual numbers. */
    static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        return value instanceof Double number && Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }
}
