package io.shouxin.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much a command changes one account.
 *
 * @param ceiling null if the ceiling is not touched
 */
record Movement(LimitAccountId account, BigDecimal ceiling, BigDecimal reserved, BigDecimal provisional, BigDecimal committed,
                BigDecimal utilised, BigDecimal setAside) {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    static Movement none(LimitAccountId account) {
        return new Movement(account, null, NONE, NONE, NONE, NONE, NONE);
    }

    Movement ceilingBy(BigDecimal by) {
        return new Movement(account, by, reserved, provisional, committed, utilised, setAside);
    }

    Movement reservedBy(BigDecimal by, BigDecimal provisionalBy) {
        return new Movement(account, ceiling, by, provisionalBy, committed, utilised, setAside);
    }

    Movement committedBy(BigDecimal by) {
        return new Movement(account, ceiling, reserved, provisional, by, utilised, setAside);
    }

    Movement utilisedBy(BigDecimal by) {
        return new Movement(account, ceiling, reserved, provisional, committed, by, setAside);
    }

    Movement setAsideBy(BigDecimal by) {
        return new Movement(account, ceiling, reserved, provisional, committed, utilised, by);
    }

    Movement negated() {
        return new Movement(account, ceiling == null ? null : ceiling.negate(), reserved.negate(), provisional.negate(),
                committed.negate(), utilised.negate(), setAside.negate());
    }

    /** What this movement takes from the account's own free amount. */
    BigDecimal taken() {
        BigDecimal used = reserved.subtract(provisional).add(committed).add(setAside);
        return ceiling == null ? used : used.subtract(ceiling);
    }

    /**
     * The movements of a whole path, root to leaf, from what happens to its customer and, if given, its facility. The group
     * takes the same reservation, commitment and use; if the customer's ceiling is ring-fenced, what the customer takes from
     * its own free amount is taken from what the group has set aside.
     *
     * @param path     group if any, customer, facility if any
     * @param facility null if none is moved
     */
    static List<Movement> along(List<Account> path, Movement customer, Movement facility) {
        List<Movement> movements = new ArrayList<>(3);
        for (Account account : path) {
            switch (account.id().level()) {
                case GROUP -> movements.add(none(account.id())
                        .reservedBy(customer.reserved(), NONE)
                        .committedBy(customer.committed())
                        .utilisedBy(customer.utilised())
                        .setAsideBy(ringFencedCustomer(path) ? customer.taken().negate() : NONE));
                case CUSTOMER -> movements.add(customer);
                case FACILITY -> {
                    if (facility != null) {
                        movements.add(facility);
                    }
                }
            }
        }
        return movements;
    }

    private static boolean ringFencedCustomer(List<Account> path) {
        return path.stream().anyMatch(account -> account.isCustomer() && account.ringFenced());
    }
}
