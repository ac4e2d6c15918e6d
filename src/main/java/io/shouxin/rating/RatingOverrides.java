package io.shouxin.rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The file of rating overrides. */
interface RatingOverrides extends JpaRepository<RatingOverride, String> {

    /** The one asked for or in force. */
    Optional<RatingOverride> findByOpenFor(String customerId);

    List<RatingOverride> findByCustomerIdOrderByRequestedAtDesc(String customerId);

    List<RatingOverride> findByRequestedAtGreaterThanEqualAndRequestedAtLessThanOrderByRequestedAt(Instant from, Instant before);
}
