package io.shouxin.document;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface Checklists extends JpaRepository<Checklist, String> {

    /** For a change: two people working on one list take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Checklist> findBySubject(String subject);
}
