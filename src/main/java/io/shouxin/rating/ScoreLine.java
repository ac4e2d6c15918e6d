package io.shouxin.rating;

import java.math.BigDecimal;

/**
 * One characteristic's part in the score.
 *
 * @param characteristic code, e.g. {@code currentRatio}; label is message {@code characteristic.CODE}
 * @param valueText      the value scored, as decimal text or code; empty when the value is undefined for this customer
 * @param points         points given, 0 to {@code maxPoints}
 * @param maxPoints      most the characteristic can give
 * @param reasonCode     why these points; label is message {@code reason.CODE}
 * @param part           part of the score it belongs to; null for the base points and where the scorecard's version names no parts
 */
public record ScoreLine(String characteristic, String valueText, BigDecimal points, BigDecimal maxPoints, String reasonCode,
                        ScorePart.Kind part) {

    /** Points left on the table: what the customer would gain if this characteristic were at its best. */
    public BigDecimal shortfall() {
        return maxPoints.subtract(points);
    }

    /** At least two thirds of what the characteristic can give. */
    public boolean strong() {
        return points.multiply(BigDecimal.valueOf(3)).compareTo(maxPoints.multiply(BigDecimal.valueOf(2))) >= 0;
    }
}
