package io.shouxin.origination;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** The file of credit applications. */
interface CreditApplications extends JpaRepository<CreditApplication, String> {

    /** What a search finds. */
    String FOUND = """
            from CreditApplication a
            where (:customer is null or a.customerId = :customer)
              and (:everywhere = true or a.entityCode in :entities)
              and (:status is null or a.status = :status)
              and (:text is null or a.applicationId like concat('%', :text, '%') or a.customerId in :customers)""";

    @Query("select a.applicationId from CreditApplication a where a.openCase = :openCase")
    Optional<String> idOfOpenCase(@Param("openCase") String openCase);

    List<CreditApplication> findByCustomerIdOrderByOpenedAtDesc(String customerId);

    /** Applications under way at other entities, oldest first; neither closed nor active. */
    @Query("""
            select a from CreditApplication a where a.customerId in :customers and a.entityCode <> :entity and a.openCase is not null
            order by a.openedAt, a.applicationId""")
    List<CreditApplication> underWayElsewhere(@Param("customers") Collection<String> customers, @Param("entity") String entity);

    @Query("""
            select new io.shouxin.origination.ApplicationLine(a.applicationId, a.customerId, a.entityCode, a.status, a.products, a.requestedAmount,
                a.requestedCurrency, a.grade, a.openedAt, a.submittedAt, a.signedAt, a.letterDocumentId)
            """ + FOUND + " order by a.openedAt desc, a.applicationId desc")
    List<ApplicationLine> search(@Param("customer") String customer, @Param("everywhere") boolean everywhere, @Param("entities") Collection<String> entities,
                                 @Param("status") ApplicationStatus status,
                                 @Param("text") String text, @Param("customers") List<String> customers, Pageable page);

    /** A one for each, no more than the page takes: so a list is counted up to a number. */
    @Query("select 1 " + FOUND)
    List<Integer> oneForEach(@Param("customer") String customer, @Param("everywhere") boolean everywhere,
                             @Param("entities") Collection<String> entities, @Param("status") ApplicationStatus status,
                             @Param("text") String text, @Param("customers") List<String> customers, Pageable upTo);

    @Query("""
            select new io.shouxin.origination.PastApplications$Filed(a.applicationId, a.customerId, a.policyAsOf, a.form)
            from CreditApplication a where a.applicationId > :after and a.form is not null order by a.applicationId""")
    List<PastApplications.Filed> submittedAfter(@Param("after") String after, Pageable page);

    @Query("""
            select a.applicationId from CreditApplication a where a.closedAt >= :from and a.closedAt < :until and a.status = :status
            order by a.closedAt, a.applicationId""")
    List<String> endedBetween(@Param("status") ApplicationStatus status, @Param("from") Instant from, @Param("until") Instant until);
}
