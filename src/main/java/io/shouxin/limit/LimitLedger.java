package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The limit ledger (额度台账). */
@Service
@Transactional
public class LimitLedger {

    public Outcome<LimitAccountView> openGroup(GroupId group, Currency currency, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    /** Opens the customer's account (and the group's) unless it exists; follows the customer into another group. */
    public Outcome<LimitAccountView> openCustomer(CustomerId customer, Optional<GroupId> group, Currency currency, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> grant(LimitAccountId account, Money ceiling, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> increase(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> decrease(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> suspend(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> resume(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> reserve(ReserveLimit command, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> confirm(ReservationId reservation, List<FacilityCommitment> facilities, LedgerKey key,
                                          LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> release(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> expire(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> expire(LimitAccountId facility, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> draw(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<LedgerReceipt> repay(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<HeadroomView> headroom(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    public Optional<LimitAccountView> account(LimitAccountId id) {
        throw new UnsupportedOperationException();
    }

    /** The customer's account and its facilities. */
    public List<LimitAccountView> accounts(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    public Optional<ReservationView> reservation(ReservationId id) {
        throw new UnsupportedOperationException();
    }

    /** Reservations made for one subject, oldest first. */
    public List<ReservationView> reservationsFor(String subject) {
        throw new UnsupportedOperationException();
    }

    public List<LimitEntryView> entries(LimitAccountId account) {
        throw new UnsupportedOperationException();
    }

    public List<LedgerDifference> reconcile() {
        throw new UnsupportedOperationException();
    }
}
