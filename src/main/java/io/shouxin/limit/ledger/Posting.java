package io.shouxin.limit.ledger;

import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.ReservationId;
import io.shouxin.limit.ReservationView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One command being worked out on the tree. What is put on an account shows at once on every level above; whether all levels allow it
 * is asked at the end, and if one doesn't, everything is as it was.
 */
public final class Posting {

    private final Tree tree;
    private final LedgerCommand command;
    private final ForeignRates rates;
    private final List<Account> lineBefore;
    private final Map<LimitAccountId, Account> before = new LinkedHashMap<>();
    private final Map<LimitAccountId, Share> takenBack = new HashMap<>();
    private final Map<ReservationId, ReservationView> reservationsBefore = new LinkedHashMap<>();
    private Money moved;
    private List<Movement> movements;
    private LedgerReceipt receipt;
    private ReservationId reservation;
    private BigDecimal rate;

    Posting(Tree tree, LedgerCommand command, ForeignRates rates) {
        this.tree = tree;
        this.command = command;
        this.rates = rates;
        this.lineBefore = tree.line(command.account());
        this.moved = command.amount();
    }

    /** The exchange rate of the day is not on file. */
    static final class RateMissing extends RuntimeException {
        private final transient Refusal refusal;

        RateMissing(String from, String to, LocalDate day) {
            super(from + " " + to + " " + day, null, false, false);
            refusal = ExchangeRates.missing(from, to, day);
        }

        Refusal refusal() {
            return refusal;
        }
    }

    LedgerCommand command() {
        return command;
    }

    LocalDate day() {
        return command.valueDate();
    }

    /** The account the command is about, as it stands now. */
    Account leaf() {
        return tree.account(command.account());
    }

    /** Null if it isn't in the tree. */
    Account account(LimitAccountId id) {
        return tree.account(id);
    }

    List<Account> line(LimitAccountId id) {
        return tree.line(id);
    }

    /** The line of the command's account as it was before the command. */
    List<Account> lineBefore() {
        return lineBefore;
    }

    Optional<ReservationView> held() {
        return tree.reservation(command.reservation());
    }

    /** What the receipt says was moved, where the command itself doesn't. */
    void moved(Money amount) {
        moved = amount;
    }

    void put(Account changed) {
        Account former = tree.account(changed.id());
        set(carried(former, changed), former);
    }

    /** The account counts for this much in its parent from now on. */
    void revalued(Account account, Share share) {
        Account former = tree.account(account.id());
        set(account.carriedAs(share), former);
    }

    void open(Account account) {
        before.putIfAbsent(account.id(), null);
        Account opened = carried(null, account);
        tree.set(opened);
        passUp(opened.parent(), opened.share(), opened.aside());
    }

    /** Takes the account with what it holds from its parent to another, either of which may be none. */
    void moveUnder(Account account, LimitAccountId newParent) {
        remember(account);
        if (account.parent() != null) {
            Share none = Share.NONE.minus(account.share());
            passUp(account.parent(), none, account.aside().negate());
        }
        Account there = carried(null, account.under(newParent).carriedAs(null));
        tree.set(there);
        passUp(newParent, there.share(), there.aside());
    }

    void reserved(ReservationView opened) {
        reservationsBefore.putIfAbsent(opened.id(), null);
        tree.set(opened);
        reservation = opened.id();
    }

    void ended(ReservationView held, ReservationView.Status how, Money confirmed) {
        reservationsBefore.putIfAbsent(held.id(), held);
        tree.set(held.ended(how, confirmed));
        reservation = held.id();
    }

    /**
     * What a past command took from these accounts for an account in a foreign currency comes back as it was carried then: the rate has moved since,
     * and neither room nor excess may come of that.
     */
    void takingBack(List<Movement> past) {
        past.forEach(movement -> movement.accounts().forEach(account -> takenBack.put(account,
                Share.NONE.minus(new Share(movement.reserved(), movement.committed(), movement.utilised())))));
    }

    /** An amount in another currency, at the rate of the value date. */
    BigDecimal converted(BigDecimal amount, String from, String to) {
        if (from.equals(to)) {
            return amount;
        }
        rate = rates.rate(from, to, day()).orElseThrow(() -> new RateMissing(from, to, day()));
        return amount.multiply(rate).setScale(digits(to), RoundingMode.HALF_UP);
    }

    private void set(Account after, Account former) {
        remember(former);
        tree.set(after);
        passUp(after.parent(), after.share().minus(former.share()), after.aside().subtract(former.aside()));
    }

    private void passUp(LimitAccountId parent, Share share, BigDecimal aside) {
        if (parent == null || share.isNone() && aside.signum() == 0) {
            return;
        }
        Account above = Objects.requireNonNull(tree.account(parent), () -> "not in the tree: " + parent);
        Balances taken = above.balances().take(share, aside);
        put(above.with(above.isForUse() ? taken.usedByParts(share.utilised()) : taken));
    }

    private void remember(Account former) {
        if (!before.containsKey(former.id())) {
            before.put(former.id(), former);
        }
    }

    /** What an account in a foreign currency counts for above: more of it at the rate of the day, less of it in proportion; what comes back as it went. */
    private Account carried(Account former, Account changed) {
        if (changed.parent() == null) {
            return changed;
        }
        Account parent = tree.account(changed.parent());
        if (parent.currency().equals(changed.currency())) {
            return changed;
        }
        Share was = former == null ? Share.NONE : former.ownShare();
        Share carriedBefore = former == null ? Share.NONE : former.share();
        Share own = changed.ownShare();
        Share back = takenBack.getOrDefault(parent.id(), Share.NONE);
        return changed.carriedAs(new Share(
                carried(was.reserved(), own.reserved(), carriedBefore.reserved(), back.reserved(), changed, parent),
                carried(was.committed(), own.committed(), carriedBefore.committed(), back.committed(), changed, parent),
                carried(was.utilised(), own.utilised(), carriedBefore.utilised(), back.utilised(), changed, parent)));
    }

    private BigDecimal carried(BigDecimal was, BigDecimal is, BigDecimal carriedBefore, BigDecimal back, Account account, Account parent) {
        int more = is.compareTo(was);
        if (is.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (more > 0 && back.signum() > 0) {
            return carriedBefore.add(back);
        }
        if (more > 0) {
            return carriedBefore.add(converted(is.subtract(was), account.currency(), parent.currency()));
        }
        return more == 0 ? carriedBefore : carriedBefore.multiply(is).divide(was, digits(parent.currency()), RoundingMode.HALF_UP);
    }

    static int digits(String currency) {
        return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    }

    /** Asks every level; a reason why not means that everything has been put back. */
    Optional<Refusal> settle() {
        Optional<Refusal> refused = command.isWhateverTheStatus() ? Optional.empty()
                : LimitRefusals.status(lineBefore, day()).or(() -> command.also() == null ? Optional.empty()
                        : LimitRefusals.status(tree.line(command.also()), day()));
        List<Change> changes = changes();
        refused = refused.or(() -> LimitRefusals.broken(command, changes));
        if (refused.isPresent()) {
            putBack();
        } else {
            changes.forEach(change -> tellExcess(change.after()));
            movements = Movement.of(command, changes());
            receipt = drawUp();
        }
        return refused;
    }

    private void tellExcess(Account account) {
        BigDecimal top = account.topWhateverTheDay();
        BigDecimal excess = top == null ? BigDecimal.ZERO : account.held().subtract(top).max(BigDecimal.ZERO);
        if (excess.compareTo(account.balances().excess()) != 0) {
            tree.set(account.with(account.balances().exceeding(excess)));
        }
    }

    void putBack() {
        before.forEach((id, account) -> {
            if (account == null) {
                tree.remove(id);
            } else {
                tree.set(account);
            }
        });
        reservationsBefore.forEach((id, held) -> {
            if (held != null) {
                tree.set(held);
            }
        });
    }

    /** An account before (null if it was opened) and after. */
    record Change(Account before, Account after) {
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>(before.size());
        before.forEach((id, was) -> changes.add(new Change(was, tree.account(id))));
        return changes;
    }

    /** What the command did, once it is settled. */
    List<Movement> movements() {
        return movements;
    }

    /** The accounts it changed as they were; null for one it opened. */
    Map<LimitAccountId, Account> before() {
        return before;
    }

    /** The reservations it ended as they were; null for one it opened. */
    Map<ReservationId, ReservationView> reservationsBefore() {
        return reservationsBefore;
    }

    /** The exchange rate used last; null if none was. */
    BigDecimal rate() {
        return rate;
    }

    /** The receipt, still without the numbers of its entries, once it is settled. */
    LedgerReceipt receipt() {
        return receipt;
    }

    private LedgerReceipt drawUp() {
        List<Account> line = tree.line(command.account());
        Account leaf = line.get(line.size() - 1);
        Money amount = moved == null ? leaf.money(BigDecimal.ZERO) : moved;
        return new LedgerReceipt(List.of(), command.verb(), command.account(), amount,
                new LedgerReceipt.Balances(leaf.moneyOrUndefined(leaf.ceiling()), leaf.money(leaf.balances().reserved()),
                        leaf.money(leaf.balances().committed()), leaf.money(leaf.balances().utilised())),
                Lines.headroom(lineBefore, day()).map(leaf::money), Lines.headroom(line, day()).map(leaf::money),
                Optional.ofNullable(reservation));
    }
}
