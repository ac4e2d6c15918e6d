package io.shouxin.adjustment;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.limit.CeilingHistory;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import io.shouxin.limit.LimitLevel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a customer's limit accounts from the ledger. */
@Component
class LimitTrees {

    private final LimitLedger ledger;
    private final CeilingHistory history;
    private final BusinessClock clock;

    LimitTrees(LimitLedger ledger, CeilingHistory history, BusinessClock clock) {
        this.ledger = ledger;
        this.history = history;
        this.clock = clock;
    }

    /** Empty if the customer has no account. */
    Optional<LimitTree> of(CustomerId customer) {
        List<LimitAccountView> own = ledger.accounts(customer);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<LimitAccountView> line = ledger.line(own.get(0).id());
        List<LimitAccountView> above = line.subList(0, line.size() - 1);
        List<CustomerId> members = above.isEmpty() ? List.of(customer) : customersUnder(above.get(0).id()).toList();
        List<LimitAccountView> facilities = own.subList(1, own.size());
        Set<LimitAccountId> ownLines = facilities.stream().map(LimitAccountView::id).filter(history::carriesItsCeiling).collect(Collectors.toSet());
        return Optional.of(new LimitTree(customer, above, own.get(0), facilities, members, ownLines, clock.today()));
    }

    private Stream<CustomerId> customersUnder(LimitAccountId account) {
        return ledger.children(account).stream().map(LimitAccountView::id).flatMap(child -> child.level() == LimitLevel.CUSTOMER
                ? Stream.of(new CustomerId(child.number())) : customersUnder(child));
    }
}
