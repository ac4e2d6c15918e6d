package io.shouxin.limit;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Headroom as far as an officer may see it. One account holds what all granting entities lend to a customer, so its sums would tell
 * one entity what another granted: without the group view only the facilities of the reader's own entities are left.
 */
@Component
public class ShownHeadroom {

    private final LimitLedger ledger;
    private final Access access;

    ShownHeadroom(LimitLedger ledger, Access access) {
        this.ledger = ledger;
        this.access = access;
    }

    public HeadroomView to(Person officer, HeadroomView view) {
        if (!access.mustNotSeeSums(officer, connected(view))) {
            return view;
        }
        List<HeadroomView.Level> own = view.levels().stream().filter(level -> level.account().level() == LimitLevel.FACILITY
                && access.mayReadCase(officer, level.account().number())).toList();
        return new HeadroomView(view.customer(), own, Optional.empty(), Optional.empty(), view.openForNew());
    }

    private Set<CustomerId> connected(HeadroomView view) {
        Stream<CustomerId> members = view.levels().stream().map(HeadroomView.Level::account).filter(account -> account.level() == LimitLevel.GROUP)
                .flatMap(group -> ledger.members(new GroupId(group.number())).stream()).map(member -> new CustomerId(member.id().number()));
        return Stream.concat(Stream.of(view.customer()), members).collect(Collectors.toSet());
    }
}
