package io.shouxin.review;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.ReviewId;
import io.shouxin.rating.Assessment;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that looks at customers again in the cycle of their grade (复评). */
@Service
@Transactional
public class ReviewDesk {

    public ReviewCalendarEntry scheduleFirst(CustomerId customer, Grade grade, LocalDate activatedOn) {
        throw new UnsupportedOperationException();
    }

    public List<ReviewCalendarEntry> dueOn(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> open(CustomerId customer, ReviewTrigger trigger, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> statementsFresh(ReviewId review, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<RatingResult> rerate(ReviewId review, Assessment assessment, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> propose(ReviewId review, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> apply(ReviewId review, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> reject(ReviewId review, String reasonCode, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<ReviewView> close(ReviewId review, String reasonCode, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<ReviewView> find(ReviewId review) {
        throw new UnsupportedOperationException();
    }

    public List<ReviewView> of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }
}
