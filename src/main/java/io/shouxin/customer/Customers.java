package io.shouxin.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Customers extends JpaRepository<Customer, String> {

    @Query("select c from Customer c left join fetch c.group where c.identifierHash = :hash")
    Optional<Customer> findByHash(String hash);

    @Query("""
            select c from Customer c left join fetch c.group g
            where c.name like :pattern escape '!' or c.id = :text or g.name like :pattern escape '!' or c.identifierHash in :hashes
            order by c.id desc""")
    List<Customer> search(String pattern, String text, List<String> hashes, Limit limit);

    @Query("""
            select c from Customer c left join fetch c.group
            where (:anyIndustry = true or c.industryCode like :industry) and (:anyRegion = true or c.region like :region escape '!')
            order by c.id""")
    List<Customer> findInMarket(String industry, String region, boolean anyIndustry, boolean anyRegion, Limit limit);

    @Query("select c from Customer c join fetch c.group g where g.id = :groupId order by c.id")
    List<Customer> findMembers(String groupId);
}
