package io.shouxin.limit;

import io.shouxin.identity.Access;
import io.shouxin.identity.Person;
import io.shouxin.kernel.CustomerId;
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

    /** Whether he may see one account: a facility of his own entities, sums only where they tell nothing of others. */
    public boolean mayRead(Person officer, LimitAccountId account) {
        return switch (account.level()) {
            case GROUP, POOL -> officer.groupView();
            case CUSTOMER -> access.mayRead(officer, new CustomerId(account.number()))
                    && !access.mustNotSeeSums(officer, Set.of(new CustomerId(account.number())));
            case FACILITY, SUB_FACILITY -> ledger.line(account).stream().map(LimitAccountView::id)
                    .filter(id -> id.level() == LimitLevel.FACILITY).allMatch(facility -> access.mayReadCase(officer, facility.number()));
        };
    }

    /** Whether he may see a whole tree with its sums, asked for by an account of it: he has the file of the customer that stands in. */
    public boolean mayRead(Person officer, HeadroomMapView map) {
        Set<CustomerId> customers = customersOf(map.root()).collect(Collectors.toSet());
        boolean sums = officer.groupView() || !map.truncated() && !access.mustNotSeeSums(officer, customers)
                && customers.stream().allMatch(customer -> access.mayRead(officer, customer));
        return sums && customersAbove(map.root(), map.asked()).allMatch(customer -> access.mayRead(officer, customer));
    }

    private static Stream<CustomerId> customersAbove(HeadroomMapView.Node node, LimitAccountId asked) {
        return has(node, asked) ? Stream.concat(own(node), node.children().stream().flatMap(child -> customersAbove(child, asked))) : Stream.empty();
    }

    private static boolean has(HeadroomMapView.Node node, LimitAccountId asked) {
        return node.account().id().equals(asked) || node.children().stream().anyMatch(child -> has(child, asked));
    }

    private static Stream<CustomerId> own(HeadroomMapView.Node node) {
        return node.account().id().level() == LimitLevel.CUSTOMER ? Stream.of(new CustomerId(node.account().id().number())) : Stream.empty();
    }

    private static Stream<CustomerId> customersOf(HeadroomMapView.Node node) {
        return Stream.concat(own(node), node.children().stream().flatMap(ShownHeadroom::customersOf));
    }

    private Set<CustomerId> connected(HeadroomView view) {
        Stream<CustomerId> members = view.levels().stream().limit(1).map(HeadroomView.Level::account)
                .filter(root -> root.level() == LimitLevel.GROUP).flatMap(this::customersUnder);
        return Stream.concat(Stream.of(view.customer()), members).collect(Collectors.toSet());
    }

    private Stream<CustomerId> customersUnder(LimitAccountId account) {
        return ledger.children(account).stream().map(LimitAccountView::id).flatMap(child -> child.level() == LimitLevel.CUSTOMER
                ? Stream.of(new CustomerId(child.number())) : customersUnder(child));
    }
}
