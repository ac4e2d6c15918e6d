package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A customer's limit accounts as they stand (额度账户树): his group's, his own, his facilities'.
 *
 * @param members  the customers whose accounts stand under the group; he alone if he is in none
 * @param ownLines facilities with whose commitment his ceiling moves
 */
record LimitTree(CustomerId customerId, Optional<LimitAccountView> group, LimitAccountView customer, List<LimitAccountView> facilities,
                 List<CustomerId> members, Set<LimitAccountId> ownLines, LocalDate today) {

    Optional<LimitAccountView> find(LimitAccountId id) {
        return accounts().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** From the root down. */
    List<LimitAccountView> accounts() {
        List<LimitAccountView> all = new ArrayList<>(group.stream().toList());
        all.add(customer);
        all.addAll(facilities);
        return all;
    }

    /** The account, and those above it. */
    List<LimitAccountView> path(LimitAccountView account) {
        return switch (account.id().level()) {
            case GROUP -> List.of(account);
            case CUSTOMER -> accounts().stream().filter(each -> each.id().level() != LimitLevel.FACILITY).toList();
            case FACILITY -> accounts().stream().filter(each -> each.id().level() != LimitLevel.FACILITY || each.equals(account)).toList();
        };
    }

    /** What a change moves: the ceiling, of a facility its commitment. Empty if there is none. */
    static Optional<Money> ceiling(LimitAccountView account) {
        return account.id().level() == LimitLevel.FACILITY ? Optional.of(account.committed()) : account.ceiling();
    }

    /** The lowest ceiling that can be reached today: what is drawn stays, and so does what is reserved or cannot be cut. */
    Money lowest(LimitAccountView account) {
        return switch (account.id().level()) {
            case GROUP -> account.exposure().plus(account.setAside());
            case FACILITY -> account.utilised();
            case CUSTOMER -> facilities.stream().filter(this::canBeCut).map(LimitTree::undrawn).reduce(account.exposure(), Money::minus);
        };
    }

    boolean canBeCut(LimitAccountView facility) {
        return facility.status() == LimitAccountStatus.ACTIVE && facility.validTo().filter(end -> end.isBefore(today)).isEmpty();
    }

    static Money undrawn(LimitAccountView facility) {
        return facility.committed().minus(facility.utilised());
    }
}
