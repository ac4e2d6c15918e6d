package io.shouxin.workflow.eventlog;

import java.math.BigDecimal;

/**
 * What a logged case asks for here: the log's euro at a fixed eight yuan, a round figure near the rates of late 2011, and no less than the
 * least amount a natural person is granted by policy {@code limit-parameters}, below which an application is refused.
 */
final class AskedAmount {

    private static final BigDecimal YUAN_PER_EURO = new BigDecimal("8");
    private static final BigDecimal LEAST = new BigDecimal("10000");

    private AskedAmount() {
    }

    /** In yuan. */
    static BigDecimal of(BigDecimal euro) {
        return converted(euro).max(LEAST);
    }

    /** Less than the least was asked for. */
    static boolean isRaised(BigDecimal euro) {
        return converted(euro).compareTo(LEAST) < 0;
    }

    private static BigDecimal converted(BigDecimal euro) {
        return euro.multiply(YUAN_PER_EURO);
    }
}
