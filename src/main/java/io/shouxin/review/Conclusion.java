package io.shouxin.review;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.ReviewId;
import io.shouxin.kernel.Sha256;
import io.shouxin.rating.RatingView;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a review comes to, and the limit that follows from it.
 *
 * @param limit the customer's ceiling afterwards
 */
record Conclusion(ReviewConclusion conclusion, String reasonCode, Money limit, String gradeBefore, String gradeAfter, String ratingAfter) {

    /** A review alone raises a limit by at most a quarter; more needs a new application. */
    private static final BigDecimal MOST_RAISE = new BigDecimal("1.25");
    /** A lowered limit is lowered by at least a fifth. */
    private static final BigDecimal LEAST_CUT = new BigDecimal("0.80");

    /**
     * @param factorBefore limit factor of the grade before, 0 to 1
     * @param factorAfter  limit factor of the grade now
     * @param step         raised and lowered limits are rounded down to multiples of it
     * @param cap          most that one customer may have
     */
    static Conclusion of(ReviewConclusion conclusion, String reasonCode, Money limit, RatingView before, RatingView after,
                         BigDecimal factorBefore, BigDecimal factorAfter, Money step, Money cap) {
        BigDecimal ratio = factorBefore.signum() == 0 ? BigDecimal.ONE : factorAfter.divide(factorBefore, 6, RoundingMode.DOWN);
        Money next = switch (conclusion) {
            case KEEP, SUSPEND -> limit;
            case LOWER -> limit.times(ratio.min(LEAST_CUT), RoundingMode.DOWN).roundedDownTo(step);
            case RAISE -> limit.times(ratio.min(MOST_RAISE).max(BigDecimal.ONE), RoundingMode.DOWN).roundedDownTo(step).min(cap).max(limit);
        };
        return new Conclusion(conclusion, reasonCode, next, before.grade().name(), after.grade().name(), after.id().value());
    }

    /** Lower-case hex SHA-256 over everything the approvers decide on. */
    String sha256(ReviewId review) {
        String content = String.join("\n", review.value(), conclusion.name(), reasonCode, limit.toString(), gradeBefore, gradeAfter, ratingAfter);
        return Sha256.of(content);
    }
}
