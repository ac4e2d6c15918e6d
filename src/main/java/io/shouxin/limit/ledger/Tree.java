package io.shouxin.limit.ledger;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the ledger a batch works on: whole lines of accounts, root to leaf, and the reservations its commands end. */
final class Tree {

    private final Map<LimitAccountId, Account> accounts = new HashMap<>();
    private final Map<ReservationId, ReservationView> reservations = new HashMap<>();

    void load(Account account) {
        accounts.putIfAbsent(account.id(), account);
    }

    void load(ReservationView reservation) {
        reservations.putIfAbsent(reservation.id(), reservation);
    }

    /** Null if it isn't there. */
    Account account(LimitAccountId id) {
        return accounts.get(id);
    }

    Optional<ReservationView> reservation(ReservationId id) {
        return Optional.ofNullable(reservations.get(id));
    }

    /** The account with all above it, root first; empty unless the whole line is here. */
    List<Account> line(LimitAccountId id) {
        List<Account> line = new ArrayList<>(4);
        for (LimitAccountId next = id; next != null; next = line.get(line.size() - 1).parent()) {
            Account account = accounts.get(next);
            if (account == null) {
                return List.of();
            }
            line.add(account);
        }
        Collections.reverse(line);
        return line;
    }

    void set(Account account) {
        accounts.put(account.id(), account);
    }

    void remove(LimitAccountId id) {
        accounts.remove(id);
    }

    void set(ReservationView reservation) {
        reservations.put(reservation.id(), reservation);
    }
}
