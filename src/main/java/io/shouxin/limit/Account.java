package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A row of {@code limit_account} as it was read: all amounts in {@code currency}. */
record Account(LimitAccountId id, LimitAccountId parent, String currency, BigDecimal ceiling, BigDecimal reserved,
               BigDecimal provisional, BigDecimal committed, BigDecimal utilised, BigDecimal setAside, boolean ringFenced,
               boolean ownLine, boolean revolving, LimitAccountStatus status, LocalDate validTo, long version) {

    boolean isFacility() {
        return id.level() == LimitLevel.FACILITY;
    }

    boolean isCustomer() {
        return id.level() == LimitLevel.CUSTOMER;
    }

    /** Reserved and committed that count against this account's own ceiling, and what is set aside in it. */
    BigDecimal bound() {
        return reserved.subtract(provisional).add(committed).add(setAside);
    }

    /** Null if undefined. */
    BigDecimal free() {
        if (isFacility()) {
            return committed.subtract(utilised);
        }
        return ceiling == null ? null : ceiling.subtract(bound());
    }

    Account after(Movement m) {
        BigDecimal newCeiling = m.ceiling() == null ? ceiling : (ceiling == null ? BigDecimal.ZERO : ceiling).add(m.ceiling());
        return new Account(id, parent, currency, newCeiling, reserved.add(m.reserved()), provisional.add(m.provisional()),
                committed.add(m.committed()), utilised.add(m.utilised()), setAside.add(m.setAside()), ringFenced, ownLine,
                revolving, status, validTo, version);
    }

    /** This account once all new credit reserved on it is confirmed: the ceiling has grown by it, and it counts against the ceiling. */
    Account afterConfirmation() {
        BigDecimal grown = growsWhenConfirmed() ? (ceiling == null ? bound() : ceiling).add(provisional) : ceiling;
        return new Account(id, parent, currency, grown, reserved, growsWhenConfirmed() ? BigDecimal.ZERO : provisional, committed, utilised,
                setAside, ringFenced, ownLine, revolving, status, validTo, version);
    }

    boolean growsWhenConfirmed() {
        return isCustomer() && provisional.signum() > 0;
    }

    Account withoutCeiling() {
        return new Account(id, parent, currency, null, reserved, provisional, committed, utilised, setAside, ringFenced, ownLine,
                revolving, status, validTo, version);
    }

    /** Least of what the levels of a path have free; for a path that ends in a facility what that can still draw. Null if undefined. */
    static BigDecimal headroom(List<Account> path) {
        Account leaf = path.get(path.size() - 1);
        if (leaf.isFacility()) {
            return leaf.free();
        }
        return path.stream().map(Account::free).filter(free -> free != null).min(BigDecimal::compareTo).orElse(null);
    }

    Money money(BigDecimal amount) {
        return Money.rounded(amount, Currency.getInstance(currency), RoundingMode.UNNECESSARY);
    }

    Optional<Money> moneyOrUndefined(BigDecimal amount) {
        return Optional.ofNullable(amount).map(this::money);
    }

    LimitAccountView view() {
        return new LimitAccountView(id, Optional.ofNullable(parent), status, moneyOrUndefined(ceiling), money(reserved),
                money(provisional), money(committed), money(utilised), money(setAside), ringFenced, revolving,
                Optional.ofNullable(validTo));
    }
}
