package io.shouxin.adjustment;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.limit.CeilingHistory;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        Optional<LimitAccountView> group = own.get(0).parent().flatMap(ledger::account);
        List<CustomerId> members = group.map(parent -> ledger.members(new GroupId(parent.id().number())).stream()
                .map(member -> new CustomerId(member.id().number())).toList()).orElse(List.of(customer));
        List<LimitAccountView> facilities = own.subList(1, own.size());
        Set<LimitAccountId> ownLines = facilities.stream().map(LimitAccountView::id).filter(history::carriesItsCeiling).collect(Collectors.toSet());
        return Optional.of(new LimitTree(customer, group, own.get(0), facilities, members, ownLines, clock.today()));
    }
}
