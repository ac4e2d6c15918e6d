package io.shouxin.rating;

import io.shouxin.kernel.RatingId;
import java.util.List;

/** What the rating desk answers. */
public sealed interface RatingResult {

    /** The customer has a grade. */
    record Rated(RatingView rating) implements RatingResult {
    }

    /**
     * A rule excludes the customer whatever his score would be; stored as a rating of score 0.
     *
     * @param reasonCodes at least one; labels are messages {@code reason.CODE}
     */
    record KnockedOut(RatingId rating, List<String> reasonCodes) implements RatingResult {
        public KnockedOut {
            reasonCodes = List.copyOf(reasonCodes);
        }
    }

    /** Nothing was rated and nothing stored: these facts have to be supplied first. */
    record FactsMissing(List<MissingFact> facts) implements RatingResult {
        public FactsMissing {
            facts = List.copyOf(facts);
        }
    }
}
