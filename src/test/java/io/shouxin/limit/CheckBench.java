package io.shouxin.limit;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.customer.CustomerKind;
import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.customer.IdentifierType;
import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.identity.Role;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import io.shouxin.policy.StandingPolicies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The desk for credit checks on a ledger of its own. Every customer is registered but those whose name begins with CX; those whose name
 * begins with CB are blocked.
 */
class CheckBench implements AutoCloseable {

    static final Person OFFICER = new Person(new PersonId("erp"), "ERP", Set.of(Role.ANALYST), Optional.empty());

    final LedgerBench ledger;
    final CreditCheckDesk desk;
    final LimitUseDesk uses;
    /** What bars first uses, as the floors above would say it. */
    final List<FirstUse.Bar> bars = new ArrayList<>();
    /** How often they were asked. */
    int barsRead;

    CheckBench(LedgerBench ledger) {
        this.ledger = ledger;
        CustomerRegister register = mock(CustomerRegister.class);
        when(register.find(any())).thenAnswer(call -> Optional.of(customer(call.getArgument(0))).filter(view -> !view.id().value().startsWith("CX")));
        desk = new CreditCheckDesk(ledger.ledger(), register, ledger.bean(ExchangeRates.class), StandingPolicies.unlogged(),
                mock(Access.class, CALLS_REAL_METHODS), ledger.bean(BusinessClock.class), this::barsOf, ledger.bean(JdbcTemplate.class), ledger.transactions());
        uses = new LimitUseDesk(ledger.ledger(), register, ledger.bean(BusinessClock.class), ledger.jdbc(), this::barsOf);
    }

    private List<FirstUse.Bar> barsOf(Collection<CustomerId> customers) {
        barsRead++;
        return bars;
    }

    static Person userOf(CustomerId firm) {
        return new Person(new PersonId("firm"), "firm", Set.of(Role.APPLICANT), Optional.of(firm));
    }

    private static CustomerView customer(CustomerId id) {
        return new CustomerView(id, CustomerKind.ENTERPRISE, "Firm " + id, "9***", IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, true, "C34", "C", null,
                null, null, null, null, Optional.empty(), null, null, null, id.value().startsWith("CB"), null);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
