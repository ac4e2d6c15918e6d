package io.shouxin.limit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.limit.ledger.AccountTable;
import io.shouxin.limit.ledger.Journal;
import io.shouxin.limit.ledger.PastBalances;
import io.shouxin.limit.ledger.Reconciliation;
import io.shouxin.limit.ledger.ReservationTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the limit ledger remembers: entries, balances of past days, what has come to its end, and whether everything agrees. */
@Service
@Transactional(readOnly = true)
public class LedgerHistory {

    private final AccountTable accounts;
    private final ReservationTable reservations;
    private final Journal journal;
    private final Reconciliation reconciliation;

    LedgerHistory(JdbcTemplate jdbc, BusinessClock clock) {
        JdbcClient client = JdbcClient.create(jdbc);
        this.accounts = new AccountTable(client, clock);
        this.reservations = new ReservationTable(jdbc, client);
        this.journal = new Journal(jdbc, client);
        this.reconciliation = new Reconciliation(client);
    }

    /** Every entry of an account, oldest first. */
    public List<LimitEntryView> entries(LimitAccountId account) {
        return journal.entries(account, 0, Integer.MAX_VALUE);
    }

    /**
     * Entries of an account after one of them, oldest first.
     *
     * @param after number of an entry, 0 to begin
     * @param most  1 to 1,000
     */
    public List<LimitEntryView> entries(LimitAccountId account, long after, int most) {
        return journal.entries(account, after, Math.min(Math.max(most, 1), 1000));
    }

    /** The account by what counted as done by the end of a day (起息日口径); empty if there is none. */
    public Optional<PastBalancesView> asOf(LimitAccountId account, LocalDate valueDate) {
        return accounts.find(account).map(now -> PastBalances.of(now, journal, valueDate));
    }

    /** The account by what had been written by a moment (记账时点口径); empty if there is none. */
    public Optional<PastBalancesView> asBookedAt(LimitAccountId account, Instant moment) {
        return accounts.find(account).map(now -> PastBalances.of(now, journal, moment));
    }

    /** Open reservations whose last day is before {@code day}, those due first, at most {@code most}. */
    public List<ReservationView> overdueReservations(LocalDate day, int most) {
        return reservations.overdueOn(day, most);
    }

    /** Facilities and their parts whose last day is before {@code day} and that haven't been ended. */
    public List<LimitAccountId> overdueFacilities(LocalDate day, int most) {
        return accounts.over(day, most);
    }

    /** Accounts whose temporary room has ended before {@code day} and hasn't been taken back. */
    public List<LimitAccountId> overdueTemporaries(LocalDate day, int most) {
        return accounts.temporaryOver(day, most);
    }

    /** Accounts in another currency than their parent's, in the order of their ids, after one of them ({@code ""} to begin). */
    public List<LimitAccountId> foreignAccounts(String after, int most) {
        return accounts.foreign(after, most);
    }

    /** Compares balances with entries, parents with children, reservations with what is reserved; empty if all agree. */
    public List<LedgerDifference> reconcile() {
        return reconciliation.differences();
    }
}
