package io.shouxin.adjustment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The file of temporary exceptions. */
interface TemporaryExceptions extends JpaRepository<TemporaryException, String> {

    /** The one asked for or in force. */
    Optional<TemporaryException> findByOpenFor(String accountId);

    List<TemporaryException> findByAccountIdAndStillOutGreaterThan(String accountId, BigDecimal than);

    List<TemporaryException> findByStillOutGreaterThan(BigDecimal than);

    /** How many came into force on that day or later. */
    int countByAccountIdAndInForceOnGreaterThanEqual(String accountId, LocalDate from);

    List<TemporaryException> findByCustomerIdOrderByRequestedAtDescExceptionIdDesc(String customerId);

    List<TemporaryException> findAllByOrderByRequestedAtDescExceptionIdDesc(Pageable page);

    List<TemporaryException> findByRequestedAtGreaterThanEqualAndRequestedAtLessThanOrderByRequestedAt(Instant from, Instant before);

    /** In force past its last day, or ended with room the ledger has not got back and has not been asked for today. */
    @Query("""
            select e from TemporaryException e
            where e.status = io.shouxin.adjustment.ExceptionStatus.IN_FORCE and e.untilDay < :today
               or e.status in (io.shouxin.adjustment.ExceptionStatus.EXPIRED, io.shouxin.adjustment.ExceptionStatus.ENDED_EARLY)
                  and e.stillOut > 0 and e.lastTakenBack < :today
            order by e.exceptionId""")
    List<TemporaryException> overdueOn(LocalDate today);
}
