package io.shouxin.workout;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The file of write-offs. */
interface WriteOffs extends JpaRepository<WriteOff, String> {

    /** The one proposed and not ended. */
    Optional<WriteOff> findByOpenFor(String facility);

    /** For a change that must not meet another one: who comes second waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from WriteOff w where w.writeOffId = :id")
    Optional<WriteOff> locked(String id);

    List<WriteOff> findByCustomerIdOrderByProposedAtDescWriteOffIdDesc(String customer);

    List<WriteOff> findAllByOrderByProposedAtDescWriteOffIdDesc(Pageable page);
}
