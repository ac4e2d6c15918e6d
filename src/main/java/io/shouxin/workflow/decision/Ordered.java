package io.shouxin.workflow.decision;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Numbers as exact decimals, and dates: the values a cell can order. */
final class Ordered {

    private Ordered() {
    }

    /** The value in the bound's kind, or null when it is of another kind. */
    static Object alike(Object value, Object bound) {
        return bound instanceof LocalDate ? (value instanceof LocalDate ? value : null) : decimal(value);
    }

    static int compare(Object value, Object bound) {
        return bound instanceof LocalDate day ? ((LocalDate) value).compareTo(day) : ((BigDecimal) value).compareTo((BigDecimal) bound);
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
