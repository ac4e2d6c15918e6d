package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.RatingId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Command: ask for another grade than the model's.
 *
 * @param rating         the rating in force that was shown
 * @param grade          grade asked for
 * @param reasonCode     one of the codes policy {@code rating-override} knows
 * @param evidence       what the tables do not know and how it is proved, in the analyst's words, 20 to 2,000 characters
 * @param evidenceSource where it comes from, e.g. an audit report or a court notice
 * @param evidenceDate   day the evidence is of; not in the future
 * @param document       the paper on file, if there is one
 */
public record RequestOverride(CustomerId customer, RatingId rating, Grade grade, String reasonCode, String evidence,
                              String evidenceSource, LocalDate evidenceDate, Optional<DocumentId> document) {

    public RequestOverride {
        document = document == null ? Optional.empty() : document;
    }
}
