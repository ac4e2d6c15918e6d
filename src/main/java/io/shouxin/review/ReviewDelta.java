package io.shouxin.review;

import io.shouxin.rating.RatingView;
import io.shouxin.rating.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed since the last rating (差异): score, grade, and the ratios before and after.
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

    static ReviewDelta between(RatingView before, RatingView after) {
        Map<String, Ratio> known = before.ratios().stream().collect(Collectors.toMap(Ratio::code, Function.identity()));
        List<RatioDelta> ratios = after.ratios().stream().map(ratio -> new RatioDelta(ratio.code(),
                known.containsKey(ratio.code()) ? known.get(ratio.code()).value().orElse(null) : null,
                ratio.value().orElse(null), ratio.unit().name())).toList();
        return new ReviewDelta(before.score(), after.score(), after.score().subtract(before.score()), before.grade().name(),
                after.grade().name(), ratios);
    }
}
