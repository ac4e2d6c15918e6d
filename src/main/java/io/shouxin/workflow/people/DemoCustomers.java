package io.shouxin.workflow.people;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.IdentifierType;
import io.shouxin.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the invented customers of the first day from everybody else's. */
@Component
public class DemoCustomers {

    /** As many as one look at the register shows; the demo has far fewer. */
    private static final int MOST = 200;

    private final CustomerRegister register;

    DemoCustomers(CustomerRegister register) {
        this.register = register;
    }

    /** Whether the register holds a customer the demo has not brought. */
    public boolean areNotAlone() {
        Set<CustomerId> ours = Stream.concat(Stream.of(DemoFirm.CODE), DemoGroup.CODES.stream())
                .map(code -> register.findByIdentifier(IdentifierType.UNIFIED_SOCIAL_CREDIT_CODE, code)).flatMap(Optional::stream)
                .map(CustomerView::id).collect(Collectors.toSet());
        List<CustomerView> all = register.search("", MOST);
        return all.size() == MOST || all.stream().anyMatch(customer -> !ours.contains(customer.id()) && !DemoLimits.isMember(customer));
    }
}
