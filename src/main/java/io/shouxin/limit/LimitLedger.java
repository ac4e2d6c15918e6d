package io.shouxin.limit;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limit ledger (额度台账): a tree of accounts (group, customer, facility) that can never be overdrawn.
 *
 * <p>A group's and a customer's reserved + committed never exceed their ceiling; a facility's utilised never exceeds what is
 * committed; what is committed and used below shows at every level above. An account without a ceiling shares what its
 * parent has left; a ring-fenced ceiling is kept for its account alone.
 *
 * <p>Every verb is carried out once per {@link LedgerKey} and answers with the same receipt when repeated. It joins the
 * caller's transaction. A refusal changes nothing and leaves the key free. Where several reasons hold, the first of this
 * list is given: {@code AMOUNT_NOT_POSITIVE}, {@code KEY_REUSED}, {@code VALUE_DATE_OUT_OF_RANGE} (a year back to 31 days
 * ahead), {@code ACCOUNT_UNKNOWN} or {@code RESERVATION_UNKNOWN}, {@code CURRENCY_MISMATCH}, what the verb itself asks for
 * ({@code RESERVATION_ENDED}, {@code NOT_GRANTED} ...), {@code ACCOUNT_CLOSED}, {@code ACCOUNT_EXPIRED},
 * {@code ACCOUNT_SUSPENDED} (root first), and last {@code LIMIT_EXCEEDED} and its kin, which name the level with least free.
 */
@Service
@Transactional
public class LimitLedger {

    private static final int LONGEST_RESERVATION_DAYS = 366;

    private final LimitAccounts accounts;
    private final LimitReservations reservations;
    private final LimitJournal journal;
    private final LedgerPlans plans;
    private final LedgerPosting posting;
    private final Reconciliation reconciliation;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;

    LimitLedger(JdbcClient jdbc, BusinessNumbers numbers, BusinessClock clock) {
        this.accounts = new LimitAccounts(jdbc, clock);
        this.reservations = new LimitReservations(jdbc);
        this.journal = new LimitJournal(jdbc, clock);
        this.plans = new LedgerPlans(accounts, reservations);
        this.posting = new LedgerPosting(accounts, journal);
        this.reconciliation = new Reconciliation(jdbc);
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Opens a group's account, without a ceiling; one that exists is answered as it is. */
    public Outcome<LimitAccountView> openGroup(GroupId group, Currency currency, PersonId actor) {
        LimitAccountId id = LimitAccountId.of(group);
        accounts.find(id).ifPresentOrElse(found -> { },
                () -> accounts.open(id, null, currency.getCurrencyCode(), LimitAccounts.FacilityTerms.NONE));
        return inCurrency(accounts.find(id).orElseThrow(), currency);
    }

    /**
     * Opens a customer's account, without a ceiling, under its group, whose account is opened too. One that exists is
     * answered as it is; if the customer has meanwhile joined, changed or left a group, its balances move there, which is
     * refused as {@code LIMIT_EXCEEDED} if the new group has no room for them.
     */
    public Outcome<LimitAccountView> openCustomer(CustomerId customer, Optional<GroupId> group, Currency currency, PersonId actor) {
        LimitAccountId id = LimitAccountId.of(customer);
        LimitAccountId parent = group.map(LimitAccountId::of).orElse(null);
        if (group.isPresent()) {
            Outcome<LimitAccountView> opened = openGroup(group.get(), currency, actor);
            if (!opened.isDone()) {
                return opened;
            }
        }
        if (accounts.find(id).isEmpty()) {
            accounts.open(id, parent, currency.getCurrencyCode(), LimitAccounts.FacilityTerms.NONE);
        }
        Account found = accounts.find(id).orElseThrow();
        if (Objects.equals(found.parent(), parent)) {
            return inCurrency(found, currency);
        }
        LedgerCommand move = LedgerCommand.of(LimitVerb.MOVE, id, null,
                new LedgerKey("ledger", "move " + id.number() + " at version " + found.version()), clock.today(), actor).saying(parent);
        return posting.post(move, clock.today(), path -> plans.moveTo(move, path, parent))
                .then(receipt -> inCurrency(accounts.find(id).orElseThrow(), currency));
    }

    /** Gives a group or customer its first ceiling. Later changes are increases and decreases. */
    public Outcome<LedgerReceipt> grant(LimitAccountId account, Money ceiling, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return grant(account, ceiling, false, key, valueDate, actor);
    }

    /** Gives a customer its first ceiling and sets it aside in the group: no other customer can use it up. */
    public Outcome<LedgerReceipt> grantRingFenced(LimitAccountId account, Money ceiling, LedgerKey key, LocalDate valueDate,
                                                  PersonId actor) {
        return grant(account, ceiling, true, key, valueDate, actor);
    }

    private Outcome<LedgerReceipt> grant(LimitAccountId account, Money ceiling, boolean ringFenced, LedgerKey key,
                                         LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.GRANT, account, ceiling, key, valueDate, actor).saying(ringFenced);
        return post(command, path -> plans.grant(command, path, ringFenced));
    }

    /** Raises the ceiling of a group or customer, or the commitment of a facility (and with it the ceiling it stands on). */
    public Outcome<LedgerReceipt> increase(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.INCREASE, account, by, key, valueDate, actor);
        return post(command, path -> plans.adjust(command, path, by.amount()));
    }

    /** Lowers a ceiling, not below what is reserved and committed; or a commitment, not below what is utilised. */
    public Outcome<LedgerReceipt> decrease(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.DECREASE, account, by, key, valueDate, actor);
        return post(command, path -> plans.adjust(command, path, by.amount().negate()));
    }

    /** From now on the account, and everything below it, takes only releases and repayments. */
    public Outcome<LedgerReceipt> suspend(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.SUSPEND, account, null, key, valueDate, actor);
        return post(command, path ->
                plans.changeStatus(path, LimitAccountStatus.ACTIVE, LimitAccountStatus.SUSPENDED, "ACCOUNT_NOT_ACTIVE"));
    }

    public Outcome<LedgerReceipt> resume(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.RESUME, account, null, key, valueDate, actor);
        return post(command, path ->
                plans.changeStatus(path, LimitAccountStatus.SUSPENDED, LimitAccountStatus.ACTIVE, "ACCOUNT_NOT_SUSPENDED"));
    }

    /** Holds headroom on a customer and its group until confirmed, released or expired. The receipt names the reservation. */
    public Outcome<LedgerReceipt> reserve(ReserveLimit reserve, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.RESERVE, LimitAccountId.of(reserve.customer()), reserve.amount(), key,
                valueDate, actor).saying(reserve.purpose() + "|" + reserve.subject());
        return post(command, path -> {
            if (reserve.expiresOn().isBefore(valueDate) || reserve.expiresOn().isAfter(valueDate.plusDays(LONGEST_RESERVATION_DAYS))) {
                return Outcome.refused(Refusal.of("RESERVATION_EXPIRY_OUT_OF_RANGE").at("expiresOn").with("expiresOn", reserve.expiresOn()));
            }
            return plans.reserve(command, path, reserve, new ReservationId(numbers.next("LR")));
        });
    }

    /**
     * Turns a reservation into committed facilities, whose accounts are opened; what they don't take is released. A
     * reservation for {@link ReservationPurpose#NEW_CREDIT} raises the customer's ceiling by what is confirmed, or sets it.
     *
     * @param facilities at least one; together not more than was reserved
     */
    public Outcome<LedgerReceipt> confirm(ReservationId reservation, List<FacilityCommitment> facilities, LedgerKey key,
                                          LocalDate valueDate, PersonId actor) {
        if (facilities.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_FACILITIES").at("facilities"));
        }
        Set<Object> distinct = new HashSet<>();
        for (int i = 0; i < facilities.size(); i++) {
            FacilityCommitment facility = facilities.get(i);
            Optional<Refusal> wrong = LimitRefusals.positive(facility.amount());
            if (wrong.isEmpty() && !facility.amount().currency().equals(facilities.get(0).amount().currency())) {
                wrong = Optional.of(Refusal.of("CURRENCY_MISMATCH").with("expected", facilities.get(0).amount().currency())
                        .with("given", facility.amount().currency()));
            }
            if (wrong.isEmpty() && !distinct.add(facility.facility())) {
                wrong = Optional.of(Refusal.of("FACILITY_ALREADY_OPEN").with("facility", facility.facility()));
            }
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get().at("facilities[" + i + "].amount"));
            }
        }
        Money total = facilities.stream().map(FacilityCommitment::amount).reduce(Money::plus).orElseThrow();
        List<String> content = facilities.stream().map(facility -> facility.facility() + " " + facility.amount()).toList();
        return onReservation(LimitVerb.CONFIRM, reservation, total, content, key, valueDate, actor, (command, path) -> held -> {
            if (held.expiresOn().isBefore(valueDate)) {
                return Outcome.refused(Refusal.of("RESERVATION_EXPIRED").with("reservation", held.id()).with("expiresOn", held.expiresOn()));
            }
            if (total.compareTo(held.amount()) > 0) {
                return Outcome.refused(Refusal.of("CONFIRMED_ABOVE_RESERVED").at("facilities").with("reserved", held.amount())
                        .with("requested", total));
            }
            for (FacilityCommitment facility : facilities) {
                if (accounts.find(LimitAccountId.of(facility.facility())).isPresent()) {
                    return Outcome.refused(Refusal.of("FACILITY_ALREADY_OPEN").at("facilities").with("facility", facility.facility()));
                }
                if (facility.validTo().isBefore(valueDate)) {
                    return Outcome.refused(Refusal.of("FACILITY_ALREADY_OVER").at("facilities").with("facility", facility.facility())
                            .with("validTo", facility.validTo()));
                }
            }
            return plans.confirm(command, path, held, facilities);
        });
    }

    /** Gives a reservation back, also on a suspended account. */
    public Outcome<LedgerReceipt> release(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return onReservation(LimitVerb.RELEASE, reservation, null, "", key, valueDate, actor, (command, path) ->
                held -> plans.giveBack(command, path, held, ReservationView.Status.RELEASED));
    }

    /** Ends a reservation whose last day has passed; before that it is refused as {@code RESERVATION_NOT_EXPIRED}. */
    public Outcome<LedgerReceipt> expire(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return onReservation(LimitVerb.EXPIRE, reservation, null, "", key, valueDate, actor, (command, path) -> held ->
                held.expiresOn().isBefore(valueDate)
                        ? plans.giveBack(command, path, held, ReservationView.Status.EXPIRED)
                        : Outcome.refused(Refusal.of("RESERVATION_NOT_EXPIRED").with("reservation", held.id())
                                .with("expiresOn", held.expiresOn())));
    }

    /** Ends a facility whose last day has passed: what is undrawn lapses, what is drawn is still to be repaid. */
    public Outcome<LedgerReceipt> expire(LimitAccountId facility, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.EXPIRE, facility, null, key, valueDate, actor);
        return post(command, path -> plans.end(command, path, LimitAccountStatus.EXPIRED));
    }

    /** Ends a facility before its last day; refused as {@code STILL_UTILISED} if anything is drawn. */
    public Outcome<LedgerReceipt> close(LimitAccountId facility, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.CLOSE, facility, null, key, valueDate, actor);
        return post(command, path -> plans.end(command, path, LimitAccountStatus.CLOSED));
    }

    /** Uses a facility. */
    public Outcome<LedgerReceipt> draw(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.DRAW, facility, amount, key, valueDate, actor);
        return post(command, path -> onFacility(facility).orElseGet(() -> plans.draw(command, path)));
    }

    /** Gives use back, also on a suspended or expired facility. Only a revolving, unexpired one can be drawn again. */
    public Outcome<LedgerReceipt> repay(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        LedgerCommand command = LedgerCommand.of(LimitVerb.REPAY, facility, amount, key, valueDate, actor);
        return post(command, path -> onFacility(facility).orElseGet(() -> plans.repay(command, path)));
    }

    /**
     * Takes one past increase, decrease, draw or repayment back, once. A reservation is ended by release instead; grants and
     * confirmations are undone by decreases.
     */
    public Outcome<LedgerReceipt> reverse(LedgerKey past, LedgerKey key, LocalDate valueDate, PersonId actor) {
        Optional<LimitJournal.Past> found = journal.find(past);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("COMMAND_UNKNOWN").with("source", past.source()).with("key", past.key()));
        }
        LedgerReceipt receipt = found.get().receipt();
        LedgerCommand command = LedgerCommand.of(LimitVerb.REVERSE, receipt.account(), receipt.amount(), key, valueDate, actor)
                .takingBack(past);
        return posting.post(command, clock.today(), path -> {
            if (!Set.of(LimitVerb.INCREASE, LimitVerb.DECREASE, LimitVerb.DRAW, LimitVerb.REPAY).contains(receipt.verb())) {
                return Outcome.refused(Refusal.of("NOT_REVERSIBLE").with("verb", "limitVerb." + receipt.verb()));
            }
            if (journal.isReversed(past)) {
                return Outcome.refused(Refusal.of("ALREADY_REVERSED").with("source", past.source()).with("key", past.key()));
            }
            return plans.reverse(command, path, journal.movements(past));
        });
    }

    /** Headroom of a customer, level by level; empty if no account was opened. */
    @Transactional(readOnly = true)
    public Optional<HeadroomView> headroom(CustomerId customer) {
        LimitAccountId id = LimitAccountId.of(customer);
        List<Account> path = accounts.path(id);
        return path.isEmpty() ? Optional.empty() : Optional.of(Headroom.of(customer, path, accounts.children(id), clock.today()));
    }

    @Transactional(readOnly = true)
    public Optional<LimitAccountView> account(LimitAccountId id) {
        return accounts.find(id).map(Account::view);
    }

    /** The customer's account, then its facilities in the order of their opening; empty if none was opened. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> accounts(CustomerId customer) {
        LimitAccountId id = LimitAccountId.of(customer);
        List<Account> all = new ArrayList<>();
        accounts.find(id).ifPresent(all::add);
        all.addAll(accounts.children(id));
        return all.stream().map(Account::view).toList();
    }

    /** The customers of a group, in the order of their opening. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> members(GroupId group) {
        return accounts.children(LimitAccountId.of(group)).stream().map(Account::view).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ReservationView> reservation(ReservationId id) {
        return reservations.find(id);
    }

    /** Reservations made for one subject, oldest first. */
    @Transactional(readOnly = true)
    public List<ReservationView> reservationsFor(String subject) {
        return reservations.of(subject);
    }

    /** Open reservations whose last day is before {@code day}, those due first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<ReservationView> overdueReservations(LocalDate day, int limit) {
        return reservations.overdueOn(day, limit);
    }

    /** Every entry of an account, oldest first. */
    @Transactional(readOnly = true)
    public List<LimitEntryView> entries(LimitAccountId account) {
        return journal.entries(account);
    }

    /** Compares balances with entries, parents with children, reservations with what is reserved; empty if all agree. */
    @Transactional(readOnly = true)
    public List<LedgerDifference> reconcile() {
        return reconciliation.differences();
    }

    private Outcome<LedgerReceipt> post(LedgerCommand command, Function<List<Account>, Outcome<Plan>> planner) {
        if (command.amount() != null) {
            Optional<Refusal> wrong = LimitRefusals.positive(command.amount());
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
        }
        return posting.post(command, clock.today(), planner);
    }

    private interface ReservationPlanner {
        Function<ReservationView, Outcome<Plan>> on(LedgerCommand command, List<Account> path);
    }

    private Outcome<LedgerReceipt> onReservation(LimitVerb verb, ReservationId id, Money amount, Object content, LedgerKey key,
                                                 LocalDate valueDate, PersonId actor, ReservationPlanner planner) {
        Optional<ReservationView> known = reservations.find(id);
        if (known.isEmpty()) {
            return Outcome.refused(Refusal.of("RESERVATION_UNKNOWN").with("reservation", id));
        }
        LedgerCommand command = LedgerCommand.of(verb, LimitAccountId.of(known.get().customer()), amount, key, valueDate, actor)
                .saying(id + "|" + content);
        return post(command, path -> {
            ReservationView held = reservations.find(id).orElseThrow();
            return held.status() == ReservationView.Status.OPEN ? planner.on(command, path).apply(held)
                    : Outcome.refused(Refusal.of("RESERVATION_ENDED").with("reservation", id).with("status", "reservationStatus." + held.status()));
        });
    }

    private static Optional<Outcome<Plan>> onFacility(LimitAccountId account) {
        return account.level() == LimitLevel.FACILITY ? Optional.empty()
                : Optional.of(Outcome.refused(LimitRefusals.of("WRONG_LEVEL", account)));
    }

    private static Outcome<LimitAccountView> inCurrency(Account account, Currency currency) {
        return account.currency().equals(currency.getCurrencyCode()) ? Outcome.done(account.view())
                : Outcome.refused(LimitRefusals.of("CURRENCY_MISMATCH", account.id()).with("expected", account.currency())
                        .with("given", currency.getCurrencyCode()));
    }
}
