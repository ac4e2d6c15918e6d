package io.shouxin.review;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import io.shouxin.kernel.ReviewId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A periodic review as the bank sees it.
 *
 * @param statementsFresh fresh statements are on file, or were found not to be needed
 * @param noNewerStatements what the customer declared instead of handing in newer statements; empty if he handed some in or
 *                          said nothing
 * @param limitBefore     the customer's ceiling when the review was opened
 * @param proposedLimit   ceiling after the conclusion; empty before one is proposed
 * @param sha256          hash of the proposed conclusion, to which the approval is bound
 * @param madeBy          the people who may not decide on it
 */
public record ReviewView(ReviewId reviewId, CustomerId customerId, EntityCode entity, ReviewTrigger trigger, ReviewStatus status, LocalDate openedOn,
                         PersonId openedBy, boolean statementsFresh, Optional<NoNewerStatements> noNewerStatements,
                         Optional<RatingId> ratingBefore, Optional<RatingId> ratingAfter, Optional<ReviewDelta> delta,
                         Money limitBefore, Optional<Money> proposedLimit, Optional<ReviewConclusion> conclusion,
                         Optional<String> reasonCode, Optional<String> sha256, Set<PersonId> madeBy, Optional<Instant> closedAt, Optional<LocalDate> nextDue) {
}
