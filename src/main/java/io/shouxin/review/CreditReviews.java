package io.shouxin.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** The file of reviews. */
interface CreditReviews extends JpaRepository<CreditReview, String> {

    Optional<CreditReview> findByOpenFor(String customerId);

    List<CreditReview> findByCustomerIdOrderByOpenedOnDescReviewIdDesc(String customerId);

    List<CreditReview> findByEntityCodeInOrderByOpenedOnDescReviewIdDesc(Collection<String> entities, Pageable page);

    List<CreditReview> findAllByOrderByOpenedOnDescReviewIdDesc(Pageable page);
}
