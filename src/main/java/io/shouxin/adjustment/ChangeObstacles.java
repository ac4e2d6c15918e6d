package io.shouxin.adjustment;

import io.shouxin.customer.CustomerView;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a change whatever the rules say: the accounts as they stand, a block, room of an exception. */
final class ChangeObstacles {

    private ChangeObstacles() {
    }

    /**
     * @param ceiling   empty where no ceiling is moved, or none is given yet
     * @param exception one whose room is out on the account: a ceiling that holds it is no ground for a standing one
     * @param rates     by which those with the authority, and the levels above in another currency, are asked
     */
    static List<Refusal> of(LimitTree tree, LimitAccountView account, LimitChangeKind kind, Optional<Money> ceiling, CustomerView customer,
                            Optional<TemporaryException> exception, YuanRates rates) {
        List<Refusal> obstacles = new ArrayList<>(rates.missing(tree, account));
        if (kind.givesRoom() && customer.blocked()) {
            obstacles.add(Refusal.of("CUSTOMER_BLOCKED").at("customerId").with("customer", customer.name()));
        }
        status(tree, account, kind).ifPresent(obstacles::add);
        if (kind.movesCeiling()) {
            exception.ifPresent(open -> obstacles.add(Refusal.of("CHANGE_WHILE_EXCEPTION").at("account").with("exception", open.id())
                    .with("until", open.until())));
            ceiling.ifPresent(after -> amount(tree, account, kind, after, rates).ifPresent(obstacles::add));
        }
        return obstacles;
    }

    private static Optional<Refusal> status(LimitTree tree, LimitAccountView account, LimitChangeKind kind) {
        LimitAccountStatus now = account.status();
        return switch (kind) {
            case SUSPEND -> now == LimitAccountStatus.ACTIVE ? Optional.empty()
                    : Optional.of(named(Refusal.of("ACCOUNT_NOT_ACTIVE"), account).with("status", "limitStatus." + now));
            case RESUME -> now == LimitAccountStatus.SUSPENDED ? Optional.empty()
                    : Optional.of(named(Refusal.of("ACCOUNT_NOT_SUSPENDED"), account).with("status", "limitStatus." + now));
            case INCREASE, DECREASE -> tree.path(account).stream().filter(each -> each.status() != LimitAccountStatus.ACTIVE).findFirst()
                    .map(each -> switch (each.status()) {
                        case SUSPENDED -> named(Refusal.of("ACCOUNT_SUSPENDED"), each);
                        case EXPIRED -> named(Refusal.of("ACCOUNT_EXPIRED"), each);
                        default -> named(Refusal.of("ACCOUNT_CLOSED"), each);
                    });
        };
    }

    private static Optional<Refusal> amount(LimitTree tree, LimitAccountView account, LimitChangeKind kind, Money after, YuanRates rates) {
        Optional<Money> present = LimitTree.ceiling(account);
        if (present.isEmpty()) {
            return Optional.of(Refusal.of("CHANGE_NO_CEILING").at("account").with("account", account.id().number()));
        }
        boolean raised = after.compareTo(present.get()) > 0;
        boolean lowered = after.compareTo(present.get()) < 0;
        if (kind == LimitChangeKind.INCREASE ? !raised : !lowered) {
            return Optional.of(Refusal.of("CHANGE_WRONG_WAY").at("newCeiling").with("kind", "limitChangeKind." + kind)
                    .with("before", present.get()).with("after", after));
        }
        Money lowest = tree.lowest(account);
        if (kind == LimitChangeKind.DECREASE && after.compareTo(lowest) < 0) {
            return Optional.of(Refusal.of("CHANGE_BELOW_DRAWN").at("newCeiling").with("after", after).with("lowest", lowest));
        }
        Optional<Money> group = tree.lowestCeilingAbove(rates);
        if (kind == LimitChangeKind.INCREASE && account.id().level() == LimitLevel.CUSTOMER && group.filter(top -> rates.exceeds(after, top)).isPresent()) {
            return Optional.of(Refusal.of("CHANGE_ABOVE_GROUP").at("newCeiling").with("after", after).with("group", group.get()));
        }
        Optional<Money> groupFree = tree.leastFreeAbove(rates);
        Money by = raised ? after.minus(present.get()) : present.get().minus(after);
        if (kind == LimitChangeKind.INCREASE && account.ringFenced() && groupFree.filter(free -> rates.exceeds(by, free)).isPresent()) {
            return Optional.of(Refusal.of("CHANGE_ABOVE_GROUP").at("newCeiling").with("after", after).with("group", groupFree.get()));
        }
        return Optional.empty();
    }

    private static Refusal named(Refusal refusal, LimitAccountView account) {
        return refusal.at("account").with("account", account.id()).with("level", account.id().level());
    }
}
