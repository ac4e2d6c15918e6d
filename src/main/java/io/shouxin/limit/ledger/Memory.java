package io.shouxin.limit.ledger;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How this node last saw accounts and open reservations in the database. Only a hint: what is worked out on it is written on the
 * condition that nothing has changed since, and nothing is refused because of it.
 */
final class Memory {

    private static final int MOST_ACCOUNTS = 100_000;
    private static final int MOST_RESERVATIONS = 20_000;

    private final Map<LimitAccountId, Account> accounts = bounded(MOST_ACCOUNTS);
    private final Map<ReservationId, ReservationView> reservations = bounded(MOST_RESERVATIONS);

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Root first; empty if any account of the line is not remembered. */
    synchronized List<Account> line(LimitAccountId id) {
        List<Account> line = new ArrayList<>(4);
        for (LimitAccountId next = id; next != null; next = line.get(line.size() - 1).parent()) {
            Account account = accounts.get(next);
            if (account == null || line.size() > 20) {
                return List.of();
            }
            line.add(account);
        }
        Collections.reverse(line);
        return line;
    }

    /** Null if it is not remembered. */
    synchronized ReservationView reservation(ReservationId id) {
        return reservations.get(id);
    }

    synchronized void remember(Collection<Account> seen) {
        seen.forEach(account -> accounts.put(account.id(), account));
    }

    synchronized void remember(ReservationView held) {
        if (held.status() == ReservationView.Status.OPEN) {
            reservations.put(held.id(), held);
        } else {
            reservations.remove(held.id());
        }
    }

    synchronized void forget(Collection<LimitAccountId> stale, Collection<ReservationId> ended) {
        accounts.keySet().removeAll(stale);
        ended.forEach(reservations::remove);
    }
}
