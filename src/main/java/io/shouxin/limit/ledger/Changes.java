package io.shouxin.limit.ledger;

import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What the commands of a batch have changed altogether: accounts and reservations as they were before the first and after the last. */
final class Changes {

    private final List<Posting.Change> changed = new ArrayList<>();
    private final List<Account> opened = new ArrayList<>();
    private final List<ReservationView> reservationsOpened = new ArrayList<>();
    private final List<ReservationView> reservationsEnded = new ArrayList<>();

    Changes(Collection<Posting> postings, Tree tree) {
        // Not the next number: the batch after this one counts on what this one will write, and must not mistake for it what
        // somebody else has written if this one comes to nothing.
        long version = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
        Map<LimitAccountId, Account> before = new LinkedHashMap<>();
        Map<ReservationId, ReservationView> heldBefore = new LinkedHashMap<>();
        for (Posting posting : postings) {
            // Null stands for one that was opened, which putIfAbsent would take for none.
            posting.before().forEach((id, account) -> {
                if (!before.containsKey(id)) {
                    before.put(id, account);
                }
            });
            posting.reservationsBefore().forEach((id, held) -> {
                if (!heldBefore.containsKey(id)) {
                    heldBefore.put(id, held);
                }
            });
        }
        before.forEach((id, was) -> {
            Account is = tree.account(id);
            if (was == null) {
                opened.add(is);
            } else {
                changed.add(new Posting.Change(was, is.written(version)));
            }
        });
        // In the order in which accounts are locked everywhere.
        changed.sort(Comparator.comparing(change -> change.after().id().value()));
        heldBefore.forEach((id, was) -> {
            ReservationView is = tree.reservation(id).orElseThrow();
            if (was == null) {
                reservationsOpened.add(is); // as ended, if another command of the batch has ended it
            } else if (is.status() != ReservationView.Status.OPEN) {
                reservationsEnded.add(is);
            }
        });
    }

    List<Posting.Change> changed() {
        return changed;
    }

    List<Account> opened() {
        return opened;
    }

    List<ReservationView> reservationsOpened() {
        return reservationsOpened;
    }

    List<ReservationView> reservationsEnded() {
        return reservationsEnded;
    }

    /** As they stand in the database once this is written. */
    List<Account> accounts() {
        return Stream.concat(changed.stream().map(Posting.Change::after), opened.stream()).toList();
    }

    List<ReservationView> reservations() {
        return Stream.concat(reservationsOpened.stream(), reservationsEnded.stream()).toList();
    }
}
