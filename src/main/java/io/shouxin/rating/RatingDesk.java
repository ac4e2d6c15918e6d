package io.shouxin.rating;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.RatingId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that rates customers (信用评级). */
@Service
@Transactional
public class RatingDesk {

    /** Rates a customer from the facts on file, or says which facts are missing. */
    public RatingResult rate(RateCustomer command, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public Optional<RatingView> find(RatingId rating) {
        throw new UnsupportedOperationException();
    }

    /** The rating in force: the newest, whether it gave a grade or knocked the customer out. */
    @Transactional(readOnly = true)
    public Optional<RatingView> latest(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    /** All ratings of a customer, newest first. */
    @Transactional(readOnly = true)
    public List<RatingView> of(CustomerId customer) {
        throw new UnsupportedOperationException();
    }
}
