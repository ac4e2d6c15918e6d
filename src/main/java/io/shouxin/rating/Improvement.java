package io.shouxin.rating;

import java.math.BigDecimal;

/**
 * What a better value of one characteristic would do to the score (改进空间), found by rating again with that value and all else as
 * it is; in life one figure seldom moves alone.
 *
 * @param characteristic message {@code characteristic.CODE}
 * @param way            message {@code improvement.WAY}
 * @param valueText      today's value as scored; empty when undefined
 * @param targetText     nearest value that would do it
 * @param pointsGained   more than zero
 * @param scoreAfter     0 to 100
 * @param gradeAfter     by the scale; the same as today's when it does not suffice alone
 * @param byCustomer     whether the customer can bring it about himself
 */
public record Improvement(String characteristic, Way way, String valueText, String targetText, BigDecimal pointsGained,
                          BigDecimal scoreAfter, Grade gradeAfter, boolean byCustomer) {

    /** What has to happen. */
    public enum Way {
        /** The figure has to rise to the target. */
        RAISE,
        /** The figure has to fall to the target. */
        LOWER,
        /** The fact is not known; with a good one on file the target would be scored. */
        PROVIDE,
        /** Another state of things than today's. */
        CHANGE
    }
}
