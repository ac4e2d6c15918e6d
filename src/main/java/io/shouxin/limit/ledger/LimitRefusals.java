package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitVerb;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Why the ledger says no. Where several reasons hold at once, the order of precedence is that of {@link io.shouxin.limit.LimitLedger}. */
public final class LimitRefusals {

    private LimitRefusals() {
    }

    public static Refusal of(String code, LimitAccountId account) {
        return Refusal.of(code).with("account", account).with("level", account.level());
    }

    static Optional<Refusal> valueDate(LocalDate valueDate, LocalDate today) {
        if (valueDate != null && !valueDate.isBefore(today.minusYears(1)) && !valueDate.isAfter(today.plusDays(31))) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of("VALUE_DATE_OUT_OF_RANGE").at("valueDate").with("valueDate", valueDate).with("today", today));
    }

    public static Optional<Refusal> positive(Money amount) {
        return amount.isPositive() ? Optional.empty()
                : Optional.of(Refusal.of("AMOUNT_NOT_POSITIVE").at("amount").with("amount", amount));
    }

    static Optional<Refusal> status(List<Account> line, LocalDate valueDate) {
        return first(line, account -> account.status() == LimitAccountStatus.CLOSED, "ACCOUNT_CLOSED")
                .or(() -> first(line, account -> account.status() == LimitAccountStatus.EXPIRED
                        || account.validTo() != null && account.validTo().isBefore(valueDate), "ACCOUNT_EXPIRED"))
                .or(() -> first(line, account -> account.status() == LimitAccountStatus.SUSPENDED, "ACCOUNT_SUSPENDED"));
    }

    private static Optional<Refusal> first(List<Account> line, Predicate<Account> test, String code) {
        return line.stream().filter(test).findFirst().map(account -> of(code, account.id()));
    }

    /** A product that some level of the line doesn't take; an account with a list takes nothing that isn't named. */
    static Optional<Refusal> product(List<Account> line, String product) {
        return line.stream().filter(account -> !account.products().isEmpty() && (product == null || !account.products().contains(product)))
                .findFirst().map(account -> of("PRODUCT_NOT_ALLOWED", account.id()).at("product")
                        .with("product", product == null ? "-" : product).with("allowed", String.join(" ", account.products())));
    }

    /**
     * Which invariant the changes would break; the level with least free is the binding one. A level without a ceiling only shows what is wrong
     * with one below it.
     */
    static Optional<Refusal> broken(LedgerCommand command, List<Posting.Change> changes) {
        LocalDate day = command.valueDate();
        return changes.stream().filter(change -> breaks(command, change))
                .min(Comparator.comparing((Posting.Change change) -> change.after().top(day) == null).thenComparing(change -> freeBefore(change, day)))
                .map(change -> name(command, change));
    }

    private static BigDecimal freeBefore(Posting.Change change, LocalDate day) {
        BigDecimal free = change.before() == null ? null : change.before().free(day);
        return free == null ? BigDecimal.ZERO : free;
    }

    private static boolean breaks(LedgerCommand command, Posting.Change change) {
        Account after = change.after();
        if (after.balances().utilised().compareTo(after.balances().ofParts()) < 0 || after.balances().committed().signum() < 0 || after.balances().reserved().signum() < 0) {
            return true;
        }
        BigDecimal top = after.top(command.valueDate());
        if (top == null || after.held().compareTo(top) <= 0 || command.isEasing()) {
            return false;
        }
        Account before = change.before();
        BigDecimal freeBefore = before == null ? null : before.free(command.valueDate());
        // Where more is held than may be, less may be held though the ceiling falls with it.
        return freeBefore == null || after.held().compareTo(before.held()) > 0
                || after.free(command.valueDate()).compareTo(freeBefore) < 0;
    }

    private static Refusal name(LedgerCommand command, Posting.Change change) {
        Account before = change.before();
        Account after = change.after();
        LocalDate day = command.valueDate();
        if (before == null) {
            return of("LIMIT_EXCEEDED", after.id()).at("amount").with("free", after.money(after.top(day))).with("requested", after.money(after.held()));
        }
        BigDecimal usedBy = after.balances().utilised().subtract(before.balances().utilised());
        if (after.balances().utilised().compareTo(after.balances().ofParts()) < 0) {
            return of(command.verb() == LimitVerb.WRITE_OFF ? "WRITE_OFF_ABOVE_UTILISED" : "REPAYMENT_ABOVE_UTILISED", after.id()).at("amount")
                    .with("utilised", before.money(before.balances().utilised().subtract(before.balances().ofParts()))).with("requested", before.money(usedBy.negate()));
        }
        BigDecimal heldBy = after.held().subtract(before.held());
        if (after.isFacility() && heldBy.signum() <= 0) {
            return of("COMMITMENT_BELOW_UTILISED", after.id()).at("amount")
                    .with("utilised", before.money(before.held())).with("free", before.money(before.free(day)));
        }
        BigDecimal topBefore = before.top(day);
        if (topBefore == null || after.top(day).compareTo(topBefore) < 0) {
            return of("CEILING_BELOW_COMMITMENTS", after.id()).at("amount")
                    .with("bound", before.money(before.held())).with("ceiling", after.money(after.top(day)));
        }
        return of("LIMIT_EXCEEDED", after.id()).at("amount")
                .with("free", before.money(before.free(day))).with("requested", before.money(heldBy.subtract(after.top(day).subtract(topBefore))));
    }
}
