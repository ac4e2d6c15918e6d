package io.shouxin.contract;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Facilities extends JpaRepository<Facility, String> {

    List<Facility> findByApplicationIdIn(Collection<String> applications);

    List<Facility> findByApplicationIdOrderByLine(String applicationId);

    List<Facility> findByCustomerIdOrderByValidFromDescId(String customerId);

    List<Facility> findByCustomerIdInOrderByValidFromDescId(Collection<String> customers);

    List<Facility> findByEntityCodeInOrderByValidFromDescIdDesc(Collection<String> entities, Pageable page);

    List<Facility> findAllByOrderByValidFromDescIdDesc(Pageable page);
}
