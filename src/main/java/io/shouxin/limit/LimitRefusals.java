package io.shouxin.limit;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Why the ledger says no. Where several reasons hold at once, the order of precedence is that of {@link LimitLedger}. */
final class LimitRefusals {

    private LimitRefusals() {
    }

    static Refusal of(String code, LimitAccountId account) {
        return Refusal.of(code).with("account", account).with("level", account.level());
    }

    static Optional<Refusal> valueDate(LocalDate valueDate, LocalDate today) {
        if (valueDate != null && !valueDate.isBefore(today.minusYears(1)) && !valueDate.isAfter(today.plusDays(31))) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of("VALUE_DATE_OUT_OF_RANGE").at("valueDate").with("valueDate", valueDate).with("today", today));
    }

    static Optional<Refusal> positive(Money amount) {
        return amount.isPositive() ? Optional.empty()
                : Optional.of(Refusal.of("AMOUNT_NOT_POSITIVE").at("amount").with("amount", amount));
    }

    static Optional<Refusal> status(List<Account> path, LocalDate valueDate) {
        return first(path, account -> account.status() == LimitAccountStatus.CLOSED, "ACCOUNT_CLOSED")
                .or(() -> first(path, account -> account.status() == LimitAccountStatus.EXPIRED
                        || account.validTo() != null && account.validTo().isBefore(valueDate), "ACCOUNT_EXPIRED"))
                .or(() -> first(path, account -> account.status() == LimitAccountStatus.SUSPENDED, "ACCOUNT_SUSPENDED"));
    }

    private static Optional<Refusal> first(List<Account> path, Predicate<Account> test, String code) {
        return path.stream().filter(test).findFirst().map(account -> of(code, account.id()));
    }

    /** Which invariant the movements would break on these accounts; the level with least free is the binding one. */
    static Optional<Refusal> broken(List<Account> accounts, List<Movement> movements) {
        record Broken(Account account, Movement movement) {
        }
        return movements.stream()
                .flatMap(m -> accounts.stream().filter(account -> account.id().equals(m.account())).map(account -> new Broken(account, m)))
                .filter(pair -> breaks(pair.account(), pair.movement()))
                .min(Comparator.comparing(pair -> pair.account().free() == null ? BigDecimal.ZERO : pair.account().free()))
                .map(pair -> name(pair.account(), pair.movement()));
    }

    private static boolean breaks(Account account, Movement m) {
        Account after = account.after(m);
        return after.free() != null && after.free().signum() < 0 || after.utilised().signum() < 0 || after.committed().signum() < 0;
    }

    private static Refusal name(Account account, Movement m) {
        if (account.after(m).utilised().signum() < 0) {
            return of("REPAYMENT_ABOVE_UTILISED", account.id()).at("amount")
                    .with("utilised", account.money(account.utilised())).with("requested", account.money(m.utilised().negate()));
        }
        if (account.isFacility() && m.utilised().signum() <= 0) {
            return of("COMMITMENT_BELOW_UTILISED", account.id()).at("amount")
                    .with("utilised", account.money(account.utilised())).with("free", account.money(account.free()));
        }
        if (m.ceiling() != null && (account.ceiling() == null || m.ceiling().signum() < 0)) {
            return of("CEILING_BELOW_COMMITMENTS", account.id()).at("amount")
                    .with("bound", account.money(account.bound())).with("ceiling", account.money(account.after(m).ceiling()));
        }
        BigDecimal requested = account.isFacility() ? m.utilised() : m.taken();
        return of("LIMIT_EXCEEDED", account.id()).at("amount")
                .with("free", account.money(account.free())).with("requested", account.money(requested));
    }
}
