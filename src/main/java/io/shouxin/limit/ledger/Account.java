package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * A limit account as it stands at one moment; changing one makes another.
 *
 * @param parent   null for a root
 * @param ceiling  null if undefined
 * @param carried  what it counts for in its parent, in the parent's currency; null if both have the same currency
 * @param ownLine  facilities only: the customer's ceiling rises and falls with the commitment
 * @param products codes that may be used; empty for all
 * @param version  another with every change, and never one that stood for something else: an account worked out on another version is
 *                 not written
 */
public record Account(LimitAccountId id, LimitAccountId parent, String currency, BigDecimal ceiling, BigDecimal temporary,
                      LocalDate temporaryTo, Balances balances, Share carried, boolean ringFenced, boolean ownLine, boolean revolving,
                      LimitAccountStatus status, LocalDate validTo, Set<String> products, long version) {

    static Account opened(LimitAccountId id, LimitAccountId parent, String currency, BigDecimal committed, boolean ownLine,
                          boolean revolving, LocalDate validTo, Set<String> products) {
        return new Account(id, parent, currency, null, BigDecimal.ZERO, null, Balances.NONE.commit(committed), null, false, ownLine,
                revolving, LimitAccountStatus.ACTIVE, validTo, products, 0);
    }

    /** An account with nothing on it, without a ceiling. @param foreign in another currency than its parent's */
    public static Account opened(LimitAccountId id, LimitAccountId parent, String currency, boolean foreign) {
        Account account = opened(id, parent, currency, BigDecimal.ZERO, false, false, null, Set.of());
        return foreign ? account.carriedAs(Share.NONE) : account;
    }

    public LimitLevel level() {
        return id.level();
    }

    boolean isFacility() {
        return level() == LimitLevel.FACILITY;
    }

    boolean isCustomer() {
        return level() == LimitLevel.CUSTOMER;
    }

    /** A facility or a part of one: what it holds are orders and use, not commitments of others. */
    boolean isForUse() {
        return isFacility() || level() == LimitLevel.SUB_FACILITY;
    }

    /** What counts against this account's own top. */
    BigDecimal held() {
        return isForUse() ? balances.reserved().add(balances.utilised())
                : balances.reserved().subtract(balances.provisional()).add(balances.committed()).add(balances.setAside());
    }

    /** The most this account may hold on a day; null if undefined. */
    BigDecimal top(LocalDate day) {
        boolean over = temporaryTo != null && day.isAfter(temporaryTo);
        if (isFacility()) {
            return over ? balances.committed().subtract(temporary) : balances.committed();
        }
        return ceiling == null || over ? ceiling : ceiling.add(temporary);
    }

    /** The most the database lets it hold; null if undefined. */
    BigDecimal topWhateverTheDay() {
        return isFacility() ? balances.committed() : ceiling == null ? null : ceiling.add(temporary);
    }

    /** Null if undefined; below zero if more is held than may be. */
    BigDecimal free(LocalDate day) {
        BigDecimal top = top(day);
        return top == null ? null : top.subtract(held());
    }

    /** Its last day has passed. */
    boolean isOver(LocalDate day) {
        return validTo != null && validTo.isBefore(day);
    }

    boolean growsWhenConfirmed() {
        return isCustomer() && balances.provisional().signum() > 0;
    }

    /** This account once all new credit reserved on it is confirmed: the ceiling has grown by it, and it counts against the ceiling. */
    Account afterConfirmation() {
        if (!growsWhenConfirmed()) {
            return this;
        }
        Balances counted = balances.reserve(BigDecimal.ZERO, balances.provisional().negate());
        return withCeiling((ceiling == null ? held() : ceiling).add(balances.provisional())).with(counted);
    }

    /** What of a ring-fenced ceiling is not held and so is kept from the account's siblings. */
    BigDecimal fenced() {
        return ringFenced && ceiling != null ? ceiling.add(temporary).subtract(held()).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    /** What the parent has to set aside for this account and for what is fenced below it; nothing across currencies. */
    BigDecimal aside() {
        return carried != null || isForUse() ? BigDecimal.ZERO : fenced().add(balances.setAside());
    }

    /** What the parent counts for this account, in the parent's currency. */
    Share share() {
        return carried != null ? carried : ownShare();
    }

    Share ownShare() {
        return switch (level()) {
            case SUB_FACILITY -> new Share(balances.reserved(), BigDecimal.ZERO, balances.utilised());
            case FACILITY -> new Share(BigDecimal.ZERO, balances.committed(), balances.utilised());
            case GROUP, POOL, CUSTOMER -> new Share(balances.reserved(), balances.committed(), balances.utilised());
        };
    }

    Account with(Balances changed) {
        return new Account(id, parent, currency, ceiling, temporary, temporaryTo, changed, carried, ringFenced, ownLine, revolving, status,
                validTo, products, version);
    }

    Account withCeiling(BigDecimal changed) {
        return new Account(id, parent, currency, changed, temporary, temporaryTo, balances, carried, ringFenced, ownLine, revolving, status,
                validTo, products, version);
    }

    Account ceilingBy(BigDecimal by) {
        return withCeiling(ceiling == null ? by : ceiling.add(by));
    }

    Account withTemporary(BigDecimal amount, LocalDate until) {
        return new Account(id, parent, currency, ceiling, amount, until, balances, carried, ringFenced, ownLine, revolving, status, validTo,
                products, version);
    }

    Account carriedAs(Share share) {
        return new Account(id, parent, currency, ceiling, temporary, temporaryTo, balances, share, ringFenced, ownLine, revolving, status,
                validTo, products, version);
    }

    Account under(LimitAccountId newParent) {
        return new Account(id, newParent, currency, ceiling, temporary, temporaryTo, balances, carried, ringFenced, ownLine, revolving,
                status, validTo, products, version);
    }

    Account as(LimitAccountStatus changed) {
        return new Account(id, parent, currency, ceiling, temporary, temporaryTo, balances, carried, ringFenced, ownLine, revolving, changed,
                validTo, products, version);
    }

    Account onTerms(boolean fenced, LocalDate lastDay, Set<String> allowed) {
        return new Account(id, parent, currency, ceiling, temporary, temporaryTo, balances, carried, fenced, ownLine, revolving, status,
                lastDay, allowed, version);
    }

    Account written(long newVersion) {
        return new Account(id, parent, currency, ceiling, temporary, temporaryTo, balances, carried, ringFenced, ownLine, revolving, status,
                validTo, products, newVersion);
    }

    public Money money(BigDecimal amount) {
        return Money.rounded(amount, Currency.getInstance(currency), RoundingMode.UNNECESSARY);
    }

    public Optional<Money> moneyOrUndefined(BigDecimal amount) {
        return Optional.ofNullable(amount).map(this::money);
    }

    public LimitAccountView view(LocalDate day) {
        return new LimitAccountView(id, Optional.ofNullable(parent), status, moneyOrUndefined(ceiling), money(balances.reserved()),
                money(balances.provisional()), money(balances.committed()), money(balances.utilised()), money(balances.setAside()),
                money(temporary), Optional.ofNullable(temporaryTo), money(balances.excess()), moneyOrUndefined(free(day)), ringFenced,
                revolving, Optional.ofNullable(validTo), products);
    }
}
