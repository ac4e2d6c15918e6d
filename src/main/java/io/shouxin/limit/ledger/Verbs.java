package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.FacilityCommitment;
import io.shouxin.limit.GrantLimit;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReservationView;
import io.shouxin.limit.ReserveLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What each verb does to the accounts of a line, and what it asks for first. Whether the levels have room is asked afterwards. */
public final class Verbs {

    private static final int LONGEST_EXCEPTION_DAYS = 366;

    private Verbs() {
    }

    public static Optional<Refusal> grant(Posting posting, GrantLimit grant) {
        Account leaf = posting.leaf();
        boolean fenceable = leaf.parent() != null && !leaf.isForUse()
                && posting.account(leaf.parent()).currency().equals(leaf.currency());
        if (leaf.isFacility() || grant.ringFenced() && !fenceable) {
            return refused("WRONG_LEVEL", leaf);
        }
        if (leaf.ceiling() != null) {
            return Optional.of(LimitRefusals.of("ALREADY_GRANTED", leaf.id()).with("ceiling", leaf.money(leaf.ceiling())));
        }
        Optional<Refusal> over = lastDay(posting, grant.validTo().orElse(null));
        if (over.isPresent()) {
            return over;
        }
        posting.put(leaf.withCeiling(grant.ceiling().amount())
                .onTerms(grant.ringFenced(), grant.validTo().orElse(leaf.validTo()), grant.products()));
        return Optional.empty();
    }

    /** Says which products may be used, and until when. */
    public static Optional<Refusal> restrict(Posting posting, Set<String> products, LocalDate validTo) {
        Optional<Refusal> over = lastDay(posting, validTo);
        if (over.isEmpty()) {
            posting.put(posting.leaf().onTerms(posting.leaf().ringFenced(), validTo, products));
        }
        return over;
    }

    private static Optional<Refusal> lastDay(Posting posting, LocalDate validTo) {
        return validTo == null || !validTo.isBefore(posting.day()) ? Optional.empty()
                : Optional.of(LimitRefusals.of("VALID_TO_IN_THE_PAST", posting.leaf().id()).at("validTo").with("validTo", validTo)
                        .with("day", posting.day()));
    }

    /** Changes a ceiling, or the commitment of a facility. */
    public static Optional<Refusal> adjust(Posting posting, BigDecimal by) {
        Account leaf = posting.leaf();
        if (leaf.isFacility()) {
            commit(posting, leaf, by);
            return Optional.empty();
        }
        if (leaf.ceiling() == null) {
            return refused("NOT_GRANTED", leaf);
        }
        posting.put(leaf.ceilingBy(by));
        return Optional.empty();
    }

    public static Optional<Refusal> changeStatus(Posting posting, LimitAccountStatus from, LimitAccountStatus to, String code) {
        Account leaf = posting.leaf();
        if (leaf.status() != from) {
            return Optional.of(LimitRefusals.of(code, leaf.id()).with("status", "limitStatus." + leaf.status()));
        }
        posting.put(leaf.as(to));
        return Optional.empty();
    }

    public static Optional<Refusal> reserve(Posting posting, ReserveLimit reserve, ReservationView opened) {
        Account leaf = posting.leaf();
        boolean newCredit = reserve.purpose() == ReservationPurpose.NEW_CREDIT;
        if (!leaf.isCustomer() && (newCredit || !leaf.isForUse())) {
            return refused("WRONG_LEVEL", leaf);
        }
        // Credit still to be approved may become facilities of several products: each is asked for when it is drawn.
        boolean ofOneProduct = !newCredit || reserve.product().isPresent();
        Optional<Refusal> reason = (ofOneProduct ? LimitRefusals.product(posting.lineBefore(), reserve.product().orElse(null))
                : Optional.<Refusal>empty()).or(() -> capped(posting, reserve));
        if (reason.isPresent()) {
            return LimitRefusals.status(posting.lineBefore(), posting.day()).or(() -> reason);
        }
        BigDecimal amount = reserve.amount().amount();
        posting.put(leaf.with(leaf.balances().reserve(amount, newCredit ? amount : BigDecimal.ZERO)));
        posting.reserved(opened);
        return Optional.empty();
    }

    private static Optional<Refusal> capped(Posting posting, ReserveLimit reserve) {
        Account leaf = posting.leaf();
        if (reserve.singleCustomerCap().isEmpty()) {
            return Optional.empty();
        }
        Money cap = reserve.singleCustomerCap().get();
        Money exposure = leaf.money(leaf.balances().reserved().add(leaf.balances().committed()));
        boolean fits = cap.currency().equals(reserve.amount().currency()) && exposure.plus(reserve.amount()).compareTo(cap) <= 0;
        return fits ? Optional.empty() : Optional.of(LimitRefusals.of("SINGLE_CUSTOMER_CAP", leaf.id()).at("amount")
                .with("cap", cap).with("exposure", exposure).with("requested", reserve.amount()));
    }

    /** Turns a customer's reservation into new facilities. */
    public static Optional<Refusal> confirm(Posting posting, List<FacilityCommitment> facilities) {
        ReservationView held = posting.held().orElseThrow();
        Account customer = posting.leaf();
        if (!customer.isCustomer()) {
            return refused("WRONG_LEVEL", customer);
        }
        BigDecimal total = facilities.stream().map(facility -> posting.converted(facility.amount().amount(),
                facility.amount().currency().getCurrencyCode(), customer.currency())).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Refusal> reason = expired(posting, held).or(() -> aboveReserved(customer.money(total), held, "facilities"));
        if (reason.isPresent()) {
            return reason;
        }
        for (FacilityCommitment facility : facilities) {
            if (posting.account(LimitAccountId.of(facility.facility())) != null) {
                return Optional.of(Refusal.of("FACILITY_ALREADY_OPEN").at("facilities").with("facility", facility.facility()));
            }
            if (facility.validTo().isBefore(posting.day())) {
                return Optional.of(Refusal.of("FACILITY_ALREADY_OVER").at("facilities").with("facility", facility.facility())
                        .with("validTo", facility.validTo()));
            }
        }
        boolean newCredit = held.purpose() == ReservationPurpose.NEW_CREDIT;
        endOnCustomer(posting, customer, held, customer.money(total));
        for (FacilityCommitment facility : facilities) {
            posting.open(Account.opened(LimitAccountId.of(facility.facility()), customer.id(), facility.amount().currency().getCurrencyCode(),
                    facility.amount().amount(), newCredit, facility.revolving(), facility.validTo(), facility.products()));
        }
        return Optional.empty();
    }

    /** Turns a customer's reservation into more of a facility it has. */
    public static Optional<Refusal> confirmInto(Posting posting, Money amount) {
        ReservationView held = posting.held().orElseThrow();
        Account facility = posting.leaf();
        if (!facility.isFacility() || !Objects.equals(facility.parent(), held.account())) {
            return refused("WRONG_LEVEL", facility);
        }
        Account customer = posting.account(facility.parent());
        Money total = customer.money(posting.converted(amount.amount(), facility.currency(), customer.currency()));
        Optional<Refusal> reason = expired(posting, held).or(() -> aboveReserved(total, held, "amount"));
        if (reason.isPresent()) {
            return reason;
        }
        endOnCustomer(posting, customer, held, total);
        Account now = posting.account(facility.id());
        posting.put(now.with(now.balances().commit(amount.amount())));
        return Optional.empty();
    }

    private static void endOnCustomer(Posting posting, Account customer, ReservationView held, Money confirmed) {
        boolean newCredit = held.purpose() == ReservationPurpose.NEW_CREDIT;
        BigDecimal back = held.amount().amount().negate();
        Account changed = customer.with(customer.balances().reserve(back, newCredit ? back : BigDecimal.ZERO));
        if (newCredit) {
            BigDecimal ceiling = customer.ceiling() == null ? customer.held() : customer.ceiling();
            changed = changed.withCeiling(ceiling.add(confirmed.amount()));
        }
        posting.put(changed);
        posting.ended(held, ReservationView.Status.CONFIRMED, confirmed);
        posting.moved(confirmed);
    }

    /** Turns an order held on a facility into its use; what is not used is released. */
    public static Optional<Refusal> confirmUse(Posting posting, Money amount) {
        ReservationView held = posting.held().orElseThrow();
        Account leaf = posting.leaf();
        if (!leaf.isForUse() || !leaf.id().equals(held.account())) {
            return refused("WRONG_LEVEL", leaf);
        }
        Optional<Refusal> reason = expired(posting, held).or(() -> aboveReserved(amount, held, "amount"));
        if (reason.isEmpty()) {
            posting.put(leaf.with(leaf.balances().reserve(held.amount().amount().negate(), BigDecimal.ZERO).use(amount.amount())));
            posting.ended(held, ReservationView.Status.CONFIRMED, amount);
        }
        return reason;
    }

    private static Optional<Refusal> expired(Posting posting, ReservationView held) {
        return held.expiresOn().isBefore(posting.day())
                ? Optional.of(Refusal.of("RESERVATION_EXPIRED").with("reservation", held.id()).with("expiresOn", held.expiresOn()))
                : Optional.empty();
    }

    private static Optional<Refusal> aboveReserved(Money total, ReservationView held, String field) {
        return total.compareTo(held.amount()) <= 0 ? Optional.empty()
                : Optional.of(Refusal.of("CONFIRMED_ABOVE_RESERVED").at(field).with("reserved", held.amount()).with("requested", total));
    }

    /** Gives a whole reservation back. */
    public static Optional<Refusal> giveBack(Posting posting, ReservationView.Status how) {
        ReservationView held = posting.held().orElseThrow();
        if (how == ReservationView.Status.EXPIRED && !held.expiresOn().isBefore(posting.day())) {
            return Optional.of(Refusal.of("RESERVATION_NOT_EXPIRED").with("reservation", held.id()).with("expiresOn", held.expiresOn()));
        }
        Account leaf = posting.leaf();
        BigDecimal back = held.amount().amount().negate();
        posting.put(leaf.with(leaf.balances().reserve(back, held.purpose() == ReservationPurpose.NEW_CREDIT ? back : BigDecimal.ZERO)));
        posting.ended(held, how, Money.zero(held.amount().currency()));
        posting.moved(held.amount());
        Facilities.facilityOf(posting).filter(facility -> facility.status() != LimitAccountStatus.ACTIVE
                && facility.status() != LimitAccountStatus.SUSPENDED).ifPresent(facility -> commit(posting, facility, back));
        return Optional.empty();
    }

    public static Optional<Refusal> draw(Posting posting, Money amount, String product) {
        Account leaf = posting.leaf();
        if (!leaf.isForUse()) {
            return refused("WRONG_LEVEL", leaf);
        }
        Optional<Refusal> reason = LimitRefusals.product(posting.lineBefore(), product);
        if (reason.isPresent()) {
            return LimitRefusals.status(posting.lineBefore(), posting.day()).or(() -> reason);
        }
        posting.put(leaf.with(leaf.balances().use(amount.amount())));
        return Optional.empty();
    }

    public static Optional<Refusal> repay(Posting posting, Money amount) {
        Account leaf = posting.leaf();
        if (!leaf.isForUse()) {
            return refused("WRONG_LEVEL", leaf);
        }
        posting.put(leaf.with(leaf.balances().use(amount.amount().negate())));
        Facilities.lapseAfterRepayment(posting, amount.amount());
        return Optional.empty();
    }

    /** Gives up what is drawn: use and commitment fall together, and so does the ceiling of the customer, whose room stays what it was. */
    public static Optional<Refusal> writeOff(Posting posting, Money amount) {
        Account leaf = posting.leaf();
        if (!leaf.isForUse()) {
            return refused("WRONG_LEVEL", leaf);
        }
        if (leaf.status() == LimitAccountStatus.CLOSED) {
            return LimitRefusals.status(List.of(leaf), posting.day());
        }
        posting.put(leaf.with(leaf.balances().use(amount.amount().negate())));
        Facilities.lapseAfterWriteOff(posting, amount.amount());
        return Optional.empty();
    }

    /** Ends a facility or a part of one: what is undrawn lapses. */
    public static Optional<Refusal> end(Posting posting, LimitAccountStatus how) {
        Account leaf = posting.leaf();
        if (!leaf.isForUse()) {
            return refused("WRONG_LEVEL", leaf);
        }
        if (leaf.status() == LimitAccountStatus.EXPIRED || leaf.status() == LimitAccountStatus.CLOSED) {
            return LimitRefusals.status(List.of(leaf), posting.day());
        }
        if (how == LimitAccountStatus.EXPIRED && (leaf.validTo() == null || !leaf.validTo().isBefore(posting.day()))) {
            return Optional.of(LimitRefusals.of("ACCOUNT_NOT_EXPIRED", leaf.id()).with("validTo", leaf.validTo()));
        }
        if (how == LimitAccountStatus.CLOSED && leaf.held().signum() > 0) {
            return Optional.of(LimitRefusals.of("STILL_UTILISED", leaf.id()).with("utilised", leaf.money(leaf.held())));
        }
        BigDecimal lapses = leaf.isFacility() ? leaf.balances().committed().subtract(leaf.held()) : BigDecimal.ZERO;
        posting.moved(leaf.money(lapses));
        if (leaf.isFacility()) {
            commit(posting, leaf, lapses.negate());
        }
        posting.put(posting.leaf().as(how));
        return Optional.empty();
    }

    /** Takes an account with its balances from its parent to another; null for none. */
    public static Optional<Refusal> moveUnder(Posting posting, LimitAccountId parent) {
        Account account = posting.leaf();
        if (account.isForUse()) {
            return refused("WRONG_LEVEL", account);
        }
        if (parent != null) {
            List<Account> above = posting.line(parent);
            if (above.stream().anyMatch(one -> one.id().equals(account.id()))) {
                return Optional.of(LimitRefusals.of("TREE_CYCLE", account.id()).with("parent", parent));
            }
            if (!account.level().mayStandUnder(parent.level())) {
                return refused("WRONG_LEVEL", account);
            }
        } else if (account.level() == LimitLevel.POOL) {
            return refused("WRONG_LEVEL", account);
        }
        posting.moved(account.money(account.balances().committed()));
        posting.moveUnder(account, parent);
        return Optional.empty();
    }

    public static Optional<Refusal> allowTemporarily(Posting posting, Money extra, LocalDate until) {
        Account leaf = posting.leaf();
        if (until.isBefore(posting.day()) || until.isAfter(posting.day().plusDays(LONGEST_EXCEPTION_DAYS))) {
            return Optional.of(LimitRefusals.of("TEMPORARY_UNTIL_OUT_OF_RANGE", leaf.id()).at("until").with("until", until));
        }
        if (leaf.temporary().signum() > 0) {
            return Optional.of(LimitRefusals.of("TEMPORARY_ALREADY", leaf.id()).with("temporary", leaf.money(leaf.temporary()))
                    .with("until", leaf.temporaryTo()));
        }
        if (!leaf.isFacility() && leaf.ceiling() == null) {
            return refused("NOT_GRANTED", leaf);
        }
        posting.put(leaf.withTemporary(extra.amount(), until));
        if (leaf.isFacility()) {
            commit(posting, posting.leaf(), extra.amount());
        }
        return Optional.empty();
    }

    /** Takes temporary room back; on a facility as far as it is not used, the rest as it is repaid. */
    public static Optional<Refusal> endTemporary(Posting posting) {
        Account leaf = posting.leaf();
        if (leaf.temporary().signum() == 0) {
            return refused("NO_TEMPORARY", leaf);
        }
        posting.moved(leaf.money(leaf.temporary()));
        if (!leaf.isFacility()) {
            posting.put(leaf.withTemporary(BigDecimal.ZERO, null));
            return Optional.empty();
        }
        BigDecimal cut = leaf.temporary().min(leaf.balances().committed().subtract(leaf.held()).max(BigDecimal.ZERO));
        BigDecimal left = leaf.temporary().subtract(cut);
        LocalDate dayBefore = posting.day().minusDays(1);
        LocalDate over = leaf.temporaryTo().isBefore(dayBefore) ? leaf.temporaryTo() : dayBefore;
        posting.put(leaf.withTemporary(left, left.signum() == 0 ? null : over));
        commit(posting, posting.leaf(), cut.negate());
        return Optional.empty();
    }

    /** Tells what a foreign account counts for above it at the rate of the day. */
    public static Optional<Refusal> revalue(Posting posting) {
        Account leaf = posting.leaf();
        if (leaf.carried() == null) {
            return refused("NOT_FOREIGN", leaf);
        }
        String into = posting.account(leaf.parent()).currency();
        Share own = leaf.ownShare();
        BigDecimal committedBefore = leaf.share().committed();
        posting.moved(leaf.money(own.reserved().add(own.committed())));
        posting.revalued(leaf, new Share(posting.converted(own.reserved(), leaf.currency(), into),
                posting.converted(own.committed(), leaf.currency(), into), posting.converted(own.utilised(), leaf.currency(), into)));
        moveCeilingAlong(posting, leaf, posting.leaf().share().committed().subtract(committedBefore));
        return Optional.empty();
    }

    /** Takes a past command back by the opposite of what it did to its account; the levels above follow as things stand now. */
    public static Optional<Refusal> reverse(Posting posting, List<Movement> past) {
        List<Account> line = posting.lineBefore();
        if (posting.leaf().status() == LimitAccountStatus.CLOSED) {
            return LimitRefusals.status(List.of(posting.leaf()), posting.day());
        }
        posting.takingBack(past);
        for (int i = line.size() - 1; i >= 0; i--) {
            LimitAccountId id = line.get(i).id();
            Optional<Movement> found = past.stream().filter(movement -> movement.accounts().contains(id)).findFirst();
            if (found.isPresent()) {
                takeBack(posting, posting.account(id), found.get());
            }
        }
        return Optional.empty();
    }

    private static void takeBack(Posting posting, Account now, Movement past) {
        Balances balances = now.balances();
        if (now.isForUse() && now.id().equals(posting.command().account())) {
            balances = balances.use(past.utilised().negate());
        }
        if (now.isFacility()) {
            balances = balances.commit(past.committed().negate());
        }
        Account back = now.with(balances);
        posting.put(past.ceiling() == null ? back : back.ceilingBy(past.ceiling().negate()));
    }

    /** Changes a facility's commitment, and with it the ceiling it stands on. */
    static void commit(Posting posting, Account facility, BigDecimal by) {
        if (by.signum() == 0) {
            return;
        }
        BigDecimal before = posting.account(facility.parent()).balances().committed();
        posting.put(facility.with(facility.balances().commit(by)));
        moveCeilingAlong(posting, facility, posting.account(facility.parent()).balances().committed().subtract(before));
    }

    private static void moveCeilingAlong(Posting posting, Account facility, BigDecimal by) {
        Account customer = posting.account(facility.parent());
        if (facility.ownLine() && customer.ceiling() != null && by.signum() != 0) {
            posting.put(customer.ceilingBy(by));
        }
    }

    private static Optional<Refusal> refused(String code, Account account) {
        return Optional.of(LimitRefusals.of(code, account.id()));
    }
}
