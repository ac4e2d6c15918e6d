package io.shouxin.review;

import java.math.BigDecimal;
import java.util.List;

/**
 * What changed since the last rating (差异): score, grade, and every ratio that is known on both sides.
 *
 * @param scoreChange after less before
 */
public record ReviewDelta(BigDecimal scoreBefore, BigDecimal scoreAfter, BigDecimal scoreChange, String gradeBefore,
                          String gradeAfter, List<RatioDelta> ratios) {

    public ReviewDelta {
        ratios = List.copyOf(ratios);
    }

    /** @param before {@code null} when the ratio was not known; likewise {@code after} */
    public record RatioDelta(String code, BigDecimal before, BigDecimal after, String unit) {
    }
}
