package io.shouxin.limit;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.BusinessNumbers;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.GroupId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.ledger.Account;
import io.shouxin.limit.ledger.AccountTable;
import io.shouxin.limit.ledger.Counter;
import io.shouxin.limit.ledger.Headroom;
import io.shouxin.limit.ledger.Journal;
import io.shouxin.limit.ledger.LaneConnections;
import io.shouxin.limit.ledger.LedgerCommand;
import io.shouxin.limit.ledger.LimitRefusals;
import io.shouxin.limit.ledger.Movement;
import io.shouxin.limit.ledger.PathTable;
import io.shouxin.limit.ledger.ReservationTable;
import io.shouxin.limit.ledger.Verbs;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limit ledger (额度台账): a tree of accounts (groups, pools, customers, facilities and their parts) that can never be overdrawn.
 *
 * <p>What a group, pool or customer has reserved and committed never exceeds its ceiling; what a facility holds for orders and has
 * drawn never exceeds what is committed; what is committed and used below shows at every level above, in its currency. An account
 * without a ceiling shares what its parent has left; a ring-fenced ceiling is kept for its account alone. Only a change of exchange
 * rates and the end of temporary room can leave more held than a ceiling allows, which is then told as excess.
 *
 * <p>Every verb is carried out once per {@link LedgerKey} and answers with the same receipt when repeated. It joins the
 * caller's transaction; without one it has a transaction of its own, which it may share with other commands that wait. A refusal
 * changes nothing and leaves the key free. Where several reasons hold, the first of this
 * list is given: {@code AMOUNT_NOT_POSITIVE}, {@code RESERVATION_UNKNOWN}, {@code KEY_REUSED}, {@code VALUE_DATE_OUT_OF_RANGE} (a year
 * back to 31 days ahead), {@code ACCOUNT_UNKNOWN}, {@code CURRENCY_MISMATCH}, what the verb itself asks for
 * ({@code RESERVATION_ENDED}, {@code WRONG_LEVEL}, {@code NOT_GRANTED} ...), {@code ACCOUNT_CLOSED}, {@code ACCOUNT_EXPIRED},
 * {@code ACCOUNT_SUSPENDED} (root first), {@code PRODUCT_NOT_ALLOWED}, and last {@code LIMIT_EXCEEDED} and its kin, which name the
 * level with least free.
 */
@Service
public class LimitLedger implements AutoCloseable {

    private static final int LONGEST_RESERVATION_DAYS = 366;

    private final AccountTable accounts;
    private final ReservationTable reservations;
    private final Journal journal;
    private final LaneConnections connections;
    private final Counter counter;
    private final BusinessNumbers numbers;
    private final BusinessClock clock;

    /** @param lanes so many transactions at once serve commands that come without a transaction of their own */
    LimitLedger(JdbcTemplate jdbc, BusinessNumbers numbers, BusinessClock clock, ExchangeRates rates,
                @Value("${shouxin.ledger.lanes:4}") int lanes) {
        JdbcClient client = JdbcClient.create(jdbc);
        this.accounts = new AccountTable(client, clock);
        this.reservations = new ReservationTable(jdbc, client);
        this.journal = new Journal(jdbc, client);
        this.numbers = numbers;
        this.clock = clock;
        this.connections = new LaneConnections(Objects.requireNonNull(jdbc.getDataSource()), lanes);
        this.counter = new Counter(accounts, reservations, journal, new PathTable(client), rates::between, clock, connections, lanes);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Opens a group's account, without a ceiling; one that exists is answered as it is. */
    @Transactional
    public Outcome<LimitAccountView> openGroup(GroupId group, Currency currency, PersonId actor) {
        return open(new OpenAccount(LimitAccountId.of(group), Optional.empty(), currency), actor);
    }

    /**
     * Opens a customer's account, without a ceiling, under its group, whose account is opened too. One that exists is
     * answered as it is; if the customer has meanwhile joined, changed or left a group, its balances move there, which is
     * refused as {@code LIMIT_EXCEEDED} if the new group has no room for them.
     */
    @Transactional
    public Outcome<LimitAccountView> openCustomer(CustomerId customer, Optional<GroupId> group, Currency currency, PersonId actor) {
        LimitAccountId id = LimitAccountId.of(customer);
        if (group.isPresent()) {
            Outcome<LimitAccountView> opened = openGroup(group.get(), currency, actor);
            if (!opened.isDone()) {
                return opened;
            }
        }
        List<Account> line = accounts.line(id);
        if (line.isEmpty()) {
            return open(new OpenAccount(id, group.map(LimitAccountId::of), currency), actor);
        }
        Account found = line.get(line.size() - 1);
        // A customer in a pool of its group, or in a group inside it, is where it belongs.
        boolean inGroup = group.isEmpty() ? line.size() == 1
                : line.stream().anyMatch(account -> account.id().equals(LimitAccountId.of(group.get())));
        if (inGroup) {
            return inCurrency(found, currency);
        }
        LedgerKey key = new LedgerKey("ledger", "move " + id.number() + " at version " + found.version());
        return moveUnder(id, group.map(LimitAccountId::of), key, clock.today(), actor)
                .then(receipt -> inCurrency(accounts.find(id).orElseThrow(), currency));
    }

    /**
     * Opens an account below another, without a ceiling: a group inside a group, a pool that customers share, a part of a facility.
     * Refused as {@code WRONG_LEVEL} where the tree doesn't have it, as {@code PARENT_CHANGED} for one that stands elsewhere.
     */
    @Transactional
    public Outcome<LimitAccountView> open(OpenAccount open, PersonId actor) {
        LimitLevel level = open.account().level();
        boolean standsAlone = level == LimitLevel.GROUP || level == LimitLevel.CUSTOMER;
        if (level == LimitLevel.FACILITY || (open.parent().isEmpty() ? !standsAlone : !level.mayStandUnder(open.parent().get().level()))) {
            return Outcome.refused(LimitRefusals.of("WRONG_LEVEL", open.account()));
        }
        if (open.parent().isPresent() && accounts.find(open.parent().get()).isEmpty()) {
            return Outcome.refused(LimitRefusals.of("ACCOUNT_UNKNOWN", open.parent().get()));
        }
        accounts.find(open.account()).ifPresentOrElse(found -> { }, () -> accounts.open(Account.opened(open.account(),
                open.parent().orElse(null), open.currency().getCurrencyCode(), foreign(open))));
        Account found = accounts.find(open.account()).orElseThrow();
        if (open.parent().isPresent() && !open.parent().get().equals(found.parent())) {
            return Outcome.refused(LimitRefusals.of("PARENT_CHANGED", found.id()).with("parent", found.parent()));
        }
        return inCurrency(found, open.currency());
    }

    private boolean foreign(OpenAccount open) {
        return open.parent().flatMap(accounts::find).filter(parent -> !parent.currency().equals(open.currency().getCurrencyCode())).isPresent();
    }

    /**
     * Takes a group, pool or customer with all it holds under another parent, or out of it. Refused as {@code TREE_CYCLE} if the new
     * parent stands below it, as {@code LIMIT_EXCEEDED} if there is no room.
     */
    public Outcome<LedgerReceipt> moveUnder(LimitAccountId account, Optional<LimitAccountId> parent, LedgerKey key, LocalDate valueDate,
                                            PersonId actor) {
        LimitAccountId above = parent.orElse(null);
        return counter.carryOut(LedgerCommand.of(LimitVerb.MOVE, account, null, key, valueDate, actor).saying(above).alsoOn(above)
                .doing(posting -> Verbs.moveUnder(posting, above)));
    }

    /** Gives a group or customer its first ceiling. Later changes are increases and decreases. */
    public Outcome<LedgerReceipt> grant(LimitAccountId account, Money ceiling, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return grant(new GrantLimit(account, ceiling), key, valueDate, actor);
    }

    /** Gives a customer its first ceiling and sets it aside in the group: no other customer can use it up. */
    public Outcome<LedgerReceipt> grantRingFenced(LimitAccountId account, Money ceiling, LedgerKey key, LocalDate valueDate,
                                                  PersonId actor) {
        return grant(new GrantLimit(account, ceiling, true, Optional.empty(), Set.of()), key, valueDate, actor);
    }

    public Outcome<LedgerReceipt> grant(GrantLimit grant, LedgerKey key, LocalDate valueDate, PersonId actor) {
        String terms = grant.validTo().isEmpty() && grant.products().isEmpty() ? "" : "|" + grant.validTo() + "|" + grant.products();
        return post(LedgerCommand.of(LimitVerb.GRANT, grant.account(), grant.ceiling(), key, valueDate, actor)
                .saying(grant.ringFenced() + terms).doing(posting -> Verbs.grant(posting, grant)));
    }

    /**
     * Says which products may be used under an account from now on, and until when it takes new exposure.
     *
     * @param products empty for all
     * @param validTo  empty for no last day
     */
    public Outcome<LedgerReceipt> restrict(LimitAccountId account, Set<String> products, Optional<LocalDate> validTo, LedgerKey key,
                                           LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.RESTRICT, account, null, key, valueDate, actor).saying(new TreeSet<>(products) + "|" + validTo)
                .doing(posting -> Verbs.restrict(posting, Set.copyOf(products), validTo.orElse(null))));
    }

    /** Raises the ceiling of a group, pool or customer, or the commitment of a facility (and with it the ceiling it stands on). */
    public Outcome<LedgerReceipt> increase(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.INCREASE, account, by, key, valueDate, actor)
                .doing(posting -> Verbs.adjust(posting, by.amount())));
    }

    /** Lowers a ceiling, not below what is reserved and committed; or a commitment, not below what is held for orders and drawn. */
    public Outcome<LedgerReceipt> decrease(LimitAccountId account, Money by, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.DECREASE, account, by, key, valueDate, actor)
                .doing(posting -> Verbs.adjust(posting, by.amount().negate())));
    }

    /** From now on the account, and everything below it, takes only releases and repayments. */
    public Outcome<LedgerReceipt> suspend(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.SUSPEND, account, null, key, valueDate, actor).doing(posting ->
                Verbs.changeStatus(posting, LimitAccountStatus.ACTIVE, LimitAccountStatus.SUSPENDED, "ACCOUNT_NOT_ACTIVE")));
    }

    public Outcome<LedgerReceipt> resume(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.RESUME, account, null, key, valueDate, actor).doing(posting ->
                Verbs.changeStatus(posting, LimitAccountStatus.SUSPENDED, LimitAccountStatus.ACTIVE, "ACCOUNT_NOT_SUSPENDED")));
    }

    /**
     * More room until the end of a day, at most a year ahead, then gone by itself: from the next day on nothing new is taken on it, and
     * {@link #endTemporary} takes it off the books. An account has one such exception at a time ({@code TEMPORARY_ALREADY}).
     */
    public Outcome<LedgerReceipt> allowTemporarily(LimitAccountId account, Money extra, LocalDate until, LedgerKey key, LocalDate valueDate,
                                                   PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.ALLOW_TEMPORARILY, account, extra, key, valueDate, actor).saying(until)
                .doing(posting -> Verbs.allowTemporarily(posting, extra, until)));
    }

    /** Takes temporary room back, on its last day or before. What is used of it stays until it is repaid, as excess. */
    public Outcome<LedgerReceipt> endTemporary(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.END_TEMPORARY, account, null, key, valueDate, actor).doing(Verbs::endTemporary));
    }

    /** Holds headroom of an account and all above until confirmed, released or expired. The receipt names the reservation. */
    public Outcome<LedgerReceipt> reserve(ReserveLimit reserve, LedgerKey key, LocalDate valueDate, PersonId actor) {
        // Taken before any row is locked: numbers come in a transaction of their own.
        ReservationId id = new ReservationId(numbers.next("LR"));
        String content = reserve.purpose() + "|" + reserve.subject() + reserve.product().map(product -> "|" + product).orElse("");
        return post(LedgerCommand.of(LimitVerb.RESERVE, reserve.account(), reserve.amount(), key, valueDate, actor).saying(content)
                .doing(posting -> {
                    if (reserve.expiresOn().isBefore(valueDate) || reserve.expiresOn().isAfter(valueDate.plusDays(LONGEST_RESERVATION_DAYS))) {
                        return Optional.of(Refusal.of("RESERVATION_EXPIRY_OUT_OF_RANGE").at("expiresOn").with("expiresOn", reserve.expiresOn()));
                    }
                    return Verbs.reserve(posting, reserve, new ReservationView(id, reserve.account(),
                            reserve.subject(), reserve.purpose(), reserve.product(), reserve.amount(), Money.zero(reserve.amount().currency()),
                            ReservationView.Status.OPEN, reserve.expiresOn()));
                }));
    }

    /**
     * Turns a customer's reservation into committed facilities, whose accounts are opened; what they don't take is released. A
     * reservation for {@link ReservationPurpose#NEW_CREDIT} raises the customer's ceiling by what is confirmed, or sets it.
     *
     * @param facilities at least one; together not more than was reserved, foreign ones at the rate of the day
     */
    public Outcome<LedgerReceipt> confirm(ReservationId reservation, List<FacilityCommitment> facilities, LedgerKey key,
                                          LocalDate valueDate, PersonId actor) {
        if (facilities.isEmpty()) {
            return Outcome.refused(Refusal.of("NO_FACILITIES").at("facilities"));
        }
        Set<Object> distinct = new HashSet<>();
        for (int i = 0; i < facilities.size(); i++) {
            Optional<Refusal> wrong = LimitRefusals.positive(facilities.get(i).amount());
            if (wrong.isEmpty() && !distinct.add(facilities.get(i).facility())) {
                wrong = Optional.of(Refusal.of("FACILITY_ALREADY_OPEN").with("facility", facilities.get(i).facility()));
            }
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get().at("facilities[" + i + "].amount"));
            }
        }
        return onReservation(reservation, held -> {
            List<String> content = facilities.stream().map(facility -> facility.facility() + " " + facility.amount()).toList();
            boolean oneCurrency = facilities.stream().allMatch(facility -> facility.amount().currency().equals(held.amount().currency()));
            Money total = oneCurrency ? facilities.stream().map(FacilityCommitment::amount).reduce(Money::plus).orElseThrow() : null;
            return LedgerCommand.of(LimitVerb.CONFIRM, held.account(), total, key, valueDate, actor).saying(reservation + "|" + content)
                    .opening(facilities.stream().map(facility -> LimitAccountId.of(facility.facility())).toList())
                    .doing(posting -> Verbs.confirm(posting, facilities));
        });
    }

    /** Turns a customer's reservation into more of a facility it has; what that doesn't take is released. */
    public Outcome<LedgerReceipt> confirmInto(ReservationId reservation, LimitAccountId facility, Money amount, LedgerKey key,
                                              LocalDate valueDate, PersonId actor) {
        return LimitRefusals.positive(amount).<Outcome<LedgerReceipt>>map(Outcome::refused).orElseGet(() -> onReservation(reservation, held ->
                LedgerCommand.of(LimitVerb.CONFIRM, facility, amount, key, valueDate, actor).saying(reservation)
                        .doing(posting -> Verbs.confirmInto(posting, amount))));
    }

    /** Turns an order held on a facility into its use; what is not used is released. */
    public Outcome<LedgerReceipt> confirmUse(ReservationId reservation, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return LimitRefusals.positive(amount).<Outcome<LedgerReceipt>>map(Outcome::refused).orElseGet(() -> onReservation(reservation, held ->
                LedgerCommand.of(LimitVerb.CONFIRM, held.account(), amount, key, valueDate, actor).saying(reservation)
                        .doing(posting -> Verbs.confirmUse(posting, amount))));
    }

    /** Gives a reservation back, also on a suspended account. */
    public Outcome<LedgerReceipt> release(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return giveBack(LimitVerb.RELEASE, reservation, ReservationView.Status.RELEASED, key, valueDate, actor);
    }

    /** Ends a reservation whose last day has passed; before that it is refused as {@code RESERVATION_NOT_EXPIRED}. */
    public Outcome<LedgerReceipt> expire(ReservationId reservation, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return giveBack(LimitVerb.EXPIRE, reservation, ReservationView.Status.EXPIRED, key, valueDate, actor);
    }

    private Outcome<LedgerReceipt> giveBack(LimitVerb verb, ReservationId reservation, ReservationView.Status how, LedgerKey key,
                                            LocalDate valueDate, PersonId actor) {
        return onReservation(reservation, held -> LedgerCommand.of(verb, held.account(), null, key, valueDate, actor).saying(reservation + "|")
                .doing(posting -> Verbs.giveBack(posting, how)));
    }

    /** Ends a facility, or a part of one, whose last day has passed: what is undrawn lapses, what is drawn is still to be repaid. */
    public Outcome<LedgerReceipt> expire(LimitAccountId facility, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.EXPIRE, facility, null, key, valueDate, actor)
                .doing(posting -> Verbs.end(posting, LimitAccountStatus.EXPIRED)));
    }

    /** Ends a facility before its last day; refused as {@code STILL_UTILISED} if anything is drawn or held for an order. */
    public Outcome<LedgerReceipt> close(LimitAccountId facility, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.CLOSE, facility, null, key, valueDate, actor)
                .doing(posting -> Verbs.end(posting, LimitAccountStatus.CLOSED)));
    }

    /** Uses a facility, or a part of one. */
    public Outcome<LedgerReceipt> draw(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return draw(facility, amount, Optional.empty(), key, valueDate, actor);
    }

    /** @param product code of the product it is used for, which accounts with a list of products ask for */
    public Outcome<LedgerReceipt> draw(LimitAccountId facility, Money amount, Optional<String> product, LedgerKey key, LocalDate valueDate,
                                       PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.DRAW, facility, amount, key, valueDate, actor).saying(product.orElse(""))
                .doing(posting -> Verbs.draw(posting, amount, product.orElse(null))));
    }

    /** Gives use back, also on a suspended or expired facility. Only a revolving, unexpired one can be drawn again. */
    public Outcome<LedgerReceipt> repay(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.REPAY, facility, amount, key, valueDate, actor).doing(posting -> Verbs.repay(posting, amount)));
    }

    /**
     * Gives up what is drawn and will not be repaid, also on a suspended or expired facility. Commitment and use fall together, and the
     * customer's ceiling with them: no room comes back to him. Refused as {@code WRITE_OFF_ABOVE_UTILISED} above what is drawn.
     */
    public Outcome<LedgerReceipt> writeOff(LimitAccountId facility, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.WRITE_OFF, facility, amount, key, valueDate, actor).doing(posting -> Verbs.writeOff(posting, amount)));
    }

    /** Tells what an account in a foreign currency counts for above it at the rate of the value date. */
    public Outcome<LedgerReceipt> revalue(LimitAccountId foreign, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return post(LedgerCommand.of(LimitVerb.REVALUE, foreign, null, key, valueDate, actor).saying(valueDate).doing(Verbs::revalue));
    }

    /**
     * Takes one past increase, decrease, draw, repayment or write-off back, once; a write-off also on a suspended or expired facility. A reservation is ended by release instead; grants and
     * confirmations are undone by decreases.
     */
    public Outcome<LedgerReceipt> reverse(LedgerKey past, LedgerKey key, LocalDate valueDate, PersonId actor) {
        Optional<Journal.Past> found = journal.find(past);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("COMMAND_UNKNOWN").with("source", past.source()).with("key", past.key()));
        }
        LedgerReceipt receipt = found.get().receipt();
        List<Movement> movements = journal.movements(past);
        return counter.carryOut(LedgerCommand.of(LimitVerb.REVERSE, receipt.account(), receipt.amount(), key, valueDate, actor)
                .takingBack(past, receipt.verb()).doing(posting -> {
                    boolean lapsed = movements.stream().anyMatch(movement -> movement.temporary().signum() != 0);
                    if (!Set.of(LimitVerb.INCREASE, LimitVerb.DECREASE, LimitVerb.DRAW, LimitVerb.REPAY, LimitVerb.WRITE_OFF).contains(receipt.verb()) || lapsed) {
                        return Optional.of(Refusal.of("NOT_REVERSIBLE").with("verb", "limitVerb." + receipt.verb()));
                    }
                    if (journal.isReversed(past)) {
                        return Optional.of(Refusal.of("ALREADY_REVERSED").with("source", past.source()).with("key", past.key()));
                    }
                    return Verbs.reverse(posting, movements);
                }));
    }

    /** Headroom of a customer, level by level; empty if no account was opened. */
    @Transactional(readOnly = true)
    public Optional<HeadroomView> headroom(CustomerId customer) {
        LimitAccountId id = LimitAccountId.of(customer);
        List<Account> line = accounts.line(id);
        return line.isEmpty() ? Optional.empty() : Optional.of(Headroom.of(customer, line, accounts.children(id), clock.today()));
    }

    @Transactional(readOnly = true)
    public Optional<LimitAccountView> account(LimitAccountId id) {
        return accounts.find(id).map(this::view);
    }

    /** The account with all above it, root first; empty if none was opened. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> line(LimitAccountId id) {
        return accounts.line(id).stream().map(this::view).toList();
    }

    /** What stands right below an account, in the order of opening. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> children(LimitAccountId id) {
        return accounts.children(id).stream().map(this::view).toList();
    }

    /** The customer's account, then its facilities in the order of their opening; empty if none was opened. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> accounts(CustomerId customer) {
        LimitAccountId id = LimitAccountId.of(customer);
        return Stream.concat(accounts.find(id).stream(), accounts.children(id).stream()).map(this::view).toList();
    }

    /** What stands right below a group, in the order of opening. */
    @Transactional(readOnly = true)
    public List<LimitAccountView> members(GroupId group) {
        return children(LimitAccountId.of(group));
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

    /** Open reservations of an account itself, those that end first, first. */
    @Transactional(readOnly = true)
    public List<ReservationView> openReservations(LimitAccountId account) {
        return reservations.openOn(account);
    }

    private Outcome<LedgerReceipt> post(LedgerCommand command) {
        if (command.amount() != null) {
            Optional<Refusal> wrong = LimitRefusals.positive(command.amount());
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
        }
        return counter.carryOut(command);
    }

    private Outcome<LedgerReceipt> onReservation(ReservationId id, Function<ReservationView, LedgerCommand> command) {
        // What a command asks of a reservation before it is locked never changes: its account and its currency.
        return counter.reservation(id).or(() -> reservations.find(id)).map(held -> post(command.apply(held).ending(id)))
                .orElseGet(() -> Outcome.refused(Refusal.of("RESERVATION_UNKNOWN").with("reservation", id)));
    }

    private LimitAccountView view(Account account) {
        return account.view(clock.today());
    }

    private Outcome<LimitAccountView> inCurrency(Account account, Currency currency) {
        return account.currency().equals(currency.getCurrencyCode()) ? Outcome.done(view(account))
                : Outcome.refused(LimitRefusals.of("CURRENCY_MISMATCH", account.id()).with("expected", account.currency())
                        .with("given", currency.getCurrencyCode()));
    }
}
