package io.shouxin.contract;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface Agreements extends JpaRepository<Agreement, String> {

    /** For a change: two people signing at the same moment take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Agreement> findForChangeById(String id);

    /** Latest draft first. */
    List<Agreement> findByApplicationIdOrderByDraftDesc(String applicationId);
}
