package io.shouxin.contract;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface Offers extends JpaRepository<Offer, String> {

    /** For a change: two answers to one offer take turns, and the second is refused. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Offer> findForChangeById(String id);

    /** Latest round first. */
    List<Offer> findByApplicationIdOrderByRoundDesc(String applicationId);
}
