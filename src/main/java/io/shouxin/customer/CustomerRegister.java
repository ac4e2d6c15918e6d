package io.shouxin.customer;

import io.shouxin.kernel.*;
import java.util.*;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of customers (客户登记簿). */
@Service
@Transactional
public class CustomerRegister {
    public Outcome<CustomerView> register(RegisterCustomer wish, PersonId actor) { throw new UnsupportedOperationException(); }
    public Optional<CustomerView> find(CustomerId id) { throw new UnsupportedOperationException(); }
    public Optional<CustomerView> findByIdentifier(IdentifierType type, String identifier) { throw new UnsupportedOperationException(); }
    public List<CustomerView> search(String text, int limit) { throw new UnsupportedOperationException(); }
    public List<CustomerView> membersOf(GroupId group) { throw new UnsupportedOperationException(); }
    public Outcome<CustomerView> joinGroup(CustomerId id, String groupName, PersonId actor) { throw new UnsupportedOperationException(); }
    public Outcome<CustomerView> block(CustomerId id, String reason, PersonId actor) { throw new UnsupportedOperationException(); }
    public Outcome<CustomerView> unblock(CustomerId id, String reason, PersonId actor) { throw new UnsupportedOperationException(); }
    public Outcome<String> revealIdentifier(CustomerId id, String purpose, PersonId actor) { throw new UnsupportedOperationException(); }
}
