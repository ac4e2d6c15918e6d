package io.shouxin.rating;

import java.math.BigDecimal;

/**
 * Something about the customer that may go wrong (风险点), from the score line that shows it.
 *
 * @param type           kind of risk
 * @param characteristic score line it shows in; message {@code characteristic.CODE}
 * @param valueText      what was scored; empty when undefined
 * @param cause          reason code of the row that fired; message {@code reason.CODE}
 * @param pointsMissed   what it cost, the measure of its weight
 * @param severe         nothing was scored at all
 * @param measure        what to do about it; message {@code measure.CODE}
 */
public record RiskPoint(Type type, String characteristic, String valueText, String cause, BigDecimal pointsMissed, boolean severe,
                        String measure) {

    /** Message {@code riskType.CODE}. */
    public enum Type {
        /** 违约风险: unable or unwilling to pay in the end. */
        DEFAULT,
        /** 资金流动性风险: able in the end, but not on the day. */
        LIQUIDITY,
        /** 经营状况变化风险: the business itself gets worse. */
        OPERATIONS
    }
}
