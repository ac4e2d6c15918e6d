package io.shouxin.adjustment;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

/** The file of changes of limits. */
interface LimitChanges extends JpaRepository<LimitChange, String> {

    /** @param accountAndKind e.g. {@code CUSTOMER:C-2026-000123/INCREASE} */
    Optional<LimitChange> findByOpenFor(String accountAndKind);

    List<LimitChange> findByCustomerIdOrderByRequestedAtDescChangeIdDesc(String customerId);

    List<LimitChange> findAllByOrderByRequestedAtDescChangeIdDesc(Pageable page);
}
