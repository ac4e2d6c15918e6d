package io.shouxin.customer;

import io.shouxin.kernel.*;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that keeps credit reports. */
@Service
@Transactional
public class CreditReports {
    public Outcome<CreditReport> record(CustomerId customer, CreditReport report, PersonId actor) { throw new UnsupportedOperationException(); }
    public Optional<CreditReport> latest(CustomerId customer) { throw new UnsupportedOperationException(); }
}
