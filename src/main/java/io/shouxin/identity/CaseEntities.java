package io.shouxin.identity;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which granting entity a case belongs to (案件归属): applications, reviews, overrides and facilities by their number, and the
 * registration of a customer under the customer's number. Written once when a case is opened; {@link Access} judges by it.
 */
@Service
@Transactional
public class CaseEntities {

    private final JdbcClient jdbc;

    CaseEntities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From now on the case is that entity's. Said again, nothing changes: a case does not move. */
    public void belongs(String number, CustomerId customer, EntityCode entity) {
        if (of(number).isEmpty()) {
            jdbc.sql("INSERT INTO granting_case (case_number, customer_id, entity_code) VALUES (:number, :customer, :entity)")
                    .param("number", number).param("customer", customer.value()).param("entity", entity.value()).update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<EntityCode> of(String number) {
        return jdbc.sql("SELECT entity_code FROM granting_case WHERE case_number = :number").param("number", number)
                .query(String.class).optional().map(EntityCode::new);
    }

    /** Entities that deal with any of these customers, or registered one. */
    @Transactional(readOnly = true)
    public Set<EntityCode> dealingWith(Collection<CustomerId> customers) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        return codes("SELECT DISTINCT entity_code FROM granting_case WHERE customer_id IN (:customers)", customers);
    }

    /** Entities with a case of any of these customers; a mere registration is none. */
    @Transactional(readOnly = true)
    public Set<EntityCode> withCaseOf(Collection<CustomerId> customers) {
        return codes("SELECT DISTINCT entity_code FROM granting_case WHERE customer_id IN (:customers) AND case_number <> customer_id", customers);
    }

    /**
     * The entity of a case that is opened about a customer as a whole: the officer's own; for the head office and for the calendar the
     * one entity that deals with the customer, or the head office when there are several.
     */
    @Transactional(readOnly = true)
    public EntityCode forCaseAbout(CustomerId customer, Optional<Person> officer) {
        Optional<Person> ofSubsidiary = officer.filter(person -> person.isOfficer() && !person.headOffice());
        if (ofSubsidiary.isPresent()) {
            return ofSubsidiary.get().entity();
        }
        Set<EntityCode> dealing = withCaseOf(List.of(customer));
        return dealing.size() == 1 ? dealing.iterator().next() : EntityCode.HEAD_OFFICE;
    }

    private Set<EntityCode> codes(String sql, Collection<CustomerId> customers) {
        return jdbc.sql(sql).param("customers", customers.stream().map(CustomerId::value).toList()).query(String.class).list().stream()
                .map(EntityCode::new).collect(Collectors.toUnmodifiableSet());
    }
}
