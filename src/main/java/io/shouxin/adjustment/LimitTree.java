package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A customer's limit accounts as they stand (额度账户树): those above his, his own, his facilities'.
 *
 * @param above    the groups and pools his account stands in, root first; empty if he is in none
 * @param members  the customers whose accounts stand under the group; he alone if he is in none
 * @param ownLines facilities with whose commitment his ceiling moves
 */
record LimitTree(CustomerId customerId, List<LimitAccountView> above, LimitAccountView customer, List<LimitAccountView> facilities,
                 List<CustomerId> members, Set<LimitAccountId> ownLines, LocalDate today) {

    Optional<LimitAccountView> find(LimitAccountId id) {
        return accounts().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** The lowest ceiling above him; empty if none has one. */
    Optional<Money> lowestCeilingAbove(YuanRates rates) {
        return rates.least(above.stream().flatMap(account -> account.ceiling().stream()));
    }

    /** The least that any level above him has free; empty if none has a ceiling. */
    Optional<Money> leastFreeAbove(YuanRates rates) {
        return rates.least(above.stream().flatMap(account -> account.free().stream()));
    }

    /** Whether the account, or anything above it, is in another currency than yuan. */
    boolean isForeign(LimitAccountView account) {
        return path(account).stream().anyMatch(each -> !each.committed().currency().equals(Money.CNY));
    }

    /** From the root down. */
    List<LimitAccountView> accounts() {
        List<LimitAccountView> all = new ArrayList<>(above);
        all.add(customer);
        all.addAll(facilities);
        return all;
    }

    /** The account, and those above it. */
    List<LimitAccountView> path(LimitAccountView account) {
        List<LimitAccountView> path = new ArrayList<>();
        for (LimitAccountView each : accounts()) {
            if (each.id().level() != LimitLevel.FACILITY || each.equals(account)) {
                path.add(each);
            }
            if (each.equals(account)) {
                break;
            }
        }
        return path;
    }

    /** What a change moves: the ceiling, of a facility its commitment. Empty if there is none. */
    static Optional<Money> ceiling(LimitAccountView account) {
        return account.id().level() == LimitLevel.FACILITY ? Optional.of(account.committed().minus(account.temporary()))
                : account.ceiling();
    }

    /** The lowest ceiling that can be reached today: what is drawn stays, and so does what is reserved or cannot be cut. */
    Money lowest(LimitAccountView account) {
        return switch (account.id().level()) {
            case GROUP, POOL -> account.exposure().plus(account.setAside());
            case FACILITY, SUB_FACILITY -> account.reserved().plus(account.utilised());
            case CUSTOMER -> facilities.stream().filter(facility -> canBeCut(customer, facility, today)).map(LimitTree::undrawn).reduce(account.exposure(), Money::minus);
        };
    }

    /** What a customer's new ceiling takes back of what is not drawn under his facilities, newest first. */
    static Map<LimitAccountView, Money> cuts(LimitAccountView customer, List<LimitAccountView> facilities, Money ceiling, LocalDate today) {
        Map<LimitAccountView, Money> cuts = new LinkedHashMap<>();
        Money excess = customer.exposure().minus(ceiling);
        for (int i = facilities.size() - 1; i >= 0 && excess.isPositive(); i--) {
            LimitAccountView facility = facilities.get(i);
            if (canBeCut(customer, facility, today) && undrawn(facility).isPositive()) {
                Money cut = undrawn(facility).min(excess);
                cuts.put(facility, cut);
                excess = excess.minus(cut);
            }
        }
        return cuts;
    }

    /** With the customer's ceiling. One in another currency is not: a rate that moves would decide how much of it goes. */
    private static boolean canBeCut(LimitAccountView customer, LimitAccountView facility, LocalDate today) {
        return facility.committed().currency().equals(customer.committed().currency())
                && facility.status() == LimitAccountStatus.ACTIVE && facility.validTo().filter(end -> end.isBefore(today)).isEmpty();
    }

    private static Money undrawn(LimitAccountView facility) {
        return facility.committed().minus(facility.reserved()).minus(facility.utilised());
    }
}
