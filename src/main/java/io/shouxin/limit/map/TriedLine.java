package io.shouxin.limit.map;

import io.shouxin.kernel.Money;
import io.shouxin.limit.HeadroomTrialView;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountStatus;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLevel;
import io.shouxin.limit.ReservationPurpose;
import io.shouxin.limit.ReservationView;
import io.shouxin.limit.ledger.Account;
import io.shouxin.limit.ledger.ForeignRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A line of accounts, root first, on which amounts are tried the way the ledger books them: what is taken below is taken at every level
 * above, less what was set aside there for a ring-fenced ceiling. {@code HeadroomTrialTest} holds it against the ledger.
 */
public final class TriedLine {

    /** Amounts have at most 15 digits before the point. */
    private static final BigDecimal BEYOND = new BigDecimal("1E15");

    private final List<Rung> rungs = new ArrayList<>();
    private final LocalDate day;
    private final ForeignRates rates;

    public TriedLine(List<Account> line, LocalDate day, ForeignRates rates) {
        line.forEach(account -> rungs.add(Rung.of(account, day)));
        this.day = day;
        this.rates = rates;
    }

    /** The exchange rate of the day is not on file. */
    public static final class RateMissing extends RuntimeException {
        private final String from;
        private final String to;

        RateMissing(String from, String to) {
            super("no rate from " + from + " to " + to, null, false, false);
            this.from = from;
            this.to = to;
        }

        public String from() {
            return from;
        }

        public String to() {
            return to;
        }
    }

    /** One level: what it holds, and what it still takes ({@code free}, null if it has no ceiling). */
    private record Rung(LimitAccountView view, Account account, BigDecimal held, BigDecimal free) {

        static Rung of(Account account, LocalDate day) {
            LimitAccountView view = account.view(day);
            BigDecimal held = forUse(account.id().level()) ? view.reserved().plus(view.utilised()).amount()
                    : view.reserved().minus(view.provisional()).plus(view.committed()).plus(view.setAside()).amount();
            return new Rung(view, account, held, view.free().map(Money::amount).orElse(null));
        }

        boolean isForUse() {
            return forUse(account.id().level());
        }

        /** What of its ring-fenced ceiling its parent keeps for it when it holds so much more. */
        BigDecimal aside(BigDecimal more) {
            return !view.ringFenced() || view.ceiling().isEmpty() ? BigDecimal.ZERO
                    : view.ceiling().get().plus(view.temporary()).amount().subtract(held.add(more)).max(BigDecimal.ZERO);
        }

        Rung holding(BigDecimal more) {
            return new Rung(view, account, held.add(more), free == null ? null : free.subtract(more));
        }

        boolean breaksBy(BigDecimal more) {
            return free != null && more.signum() > 0 && free.compareTo(more) < 0;
        }
    }

    private static boolean forUse(LimitLevel level) {
        return level == LimitLevel.FACILITY || level == LimitLevel.SUB_FACILITY;
    }

    private Rung leaf() {
        return rungs.get(rungs.size() - 1);
    }

    /** Gives a reservation of the leaf back before anything is tried. */
    public TriedLine without(ReservationView held) {
        BigDecimal back = held.amount().amount().negate();
        List<BigDecimal> more = more(back, held.purpose());
        TriedLine line = new TriedLine(List.of(), day, rates);
        for (int i = 0; i < rungs.size(); i++) {
            line.rungs.add(rungs.get(i).holding(more.get(i)));
        }
        return line;
    }

    /** By how much more each level would hold, root first. */
    private List<BigDecimal> more(BigDecimal amount, ReservationPurpose purpose) {
        BigDecimal share = amount;
        BigDecimal more = purpose == ReservationPurpose.NEW_CREDIT && leaf().account().id().level() == LimitLevel.CUSTOMER ? BigDecimal.ZERO : amount;
        List<BigDecimal> up = new ArrayList<>(rungs.size());
        for (int i = rungs.size() - 1; i >= 0; i--) {
            up.add(more);
            if (i > 0) {
                Rung rung = rungs.get(i);
                Rung above = rungs.get(i - 1);
                boolean committedAlready = rung.isForUse() && !above.isForUse();
                share = committedAlready ? BigDecimal.ZERO : converted(share, rung, above);
                more = committedAlready ? BigDecimal.ZERO : share.add(rung.aside(more)).subtract(rung.aside(BigDecimal.ZERO));
            }
        }
        Collections.reverse(up);
        return up;
    }

    private BigDecimal converted(BigDecimal amount, Rung from, Rung to) {
        String currency = from.account().currency();
        String into = to.account().currency();
        if (currency.equals(into) || amount.signum() == 0) {
            return amount;
        }
        BigDecimal reserved = from.account().balances().reserved();
        if (amount.signum() < 0 && from.account().carried() != null && reserved.signum() > 0) {
            BigDecimal carried = from.account().carried().reserved();
            return carried.multiply(reserved.add(amount)).divide(reserved, digits(into), RoundingMode.HALF_UP).subtract(carried);
        }
        BigDecimal rate = rates.rate(currency, into, day).orElseThrow(() -> new RateMissing(currency, into));
        return amount.multiply(rate).setScale(digits(into), RoundingMode.HALF_UP);
    }

    private static int digits(String currency) {
        return Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    }

    /** The account that takes nothing new whatever the amount, root first: closed before expired before suspended. */
    public Optional<LimitAccountId> stoppedBy() {
        return first(view -> view.status() == LimitAccountStatus.CLOSED)
                .or(() -> first(view -> view.status() == LimitAccountStatus.EXPIRED || view.validTo().filter(last -> last.isBefore(day)).isPresent()))
                .or(() -> first(view -> view.status() == LimitAccountStatus.SUSPENDED));
    }

    private Optional<LimitAccountId> first(Predicate<LimitAccountView> stopped) {
        return rungs.stream().map(Rung::view).filter(stopped).findFirst().map(LimitAccountView::id);
    }

    private boolean fits(BigDecimal amount, ReservationPurpose purpose) {
        List<BigDecimal> more = more(amount, purpose);
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).breaksBy(more.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The most that every level has room for; empty if none has a ceiling. A larger amount never breaks less than a smaller one. */
    public Optional<Money> most(ReservationPurpose purpose) {
        int digits = digits(leaf().account().currency());
        if (rungs.stream().noneMatch(rung -> rung.view().ringFenced() || !rung.account().currency().equals(leaf().account().currency()))) {
            return leastFree(purpose);
        }
        long fits = 0;
        long breaks = BEYOND.movePointRight(digits).longValueExact();
        if (fits(BigDecimal.valueOf(breaks, digits), purpose)) {
            return Optional.empty();
        }
        while (breaks - fits > 1) {
            long between = fits + (breaks - fits) / 2;
            if (fits(BigDecimal.valueOf(between, digits), purpose)) {
                fits = between;
            } else {
                breaks = between;
            }
        }
        return Optional.of(leaf().account().money(BigDecimal.valueOf(fits, digits)));
    }

    /** Where the amount is taken in full at every level, or not at all. */
    private Optional<Money> leastFree(ReservationPurpose purpose) {
        List<BigDecimal> more = more(BigDecimal.ONE, purpose);
        BigDecimal least = null;
        for (int i = 0; i < rungs.size(); i++) {
            BigDecimal free = rungs.get(i).free();
            if (free != null && more.get(i).signum() > 0) {
                least = least == null ? free : least.min(free);
            }
        }
        return Optional.ofNullable(least).map(free -> leaf().account().money(free.max(BigDecimal.ZERO)));
    }

    /** The level that stands in the way of more than the most that fits. */
    public Optional<LimitAccountId> binding(Money most, ReservationPurpose purpose) {
        return breaking(more(most.amount().add(BigDecimal.ONE.movePointLeft(most.amount().scale())), purpose));
    }

    /** As the ledger names it: of the levels that break, the one with least free, seen from the leaf. */
    private Optional<LimitAccountId> breaking(List<BigDecimal> more) {
        List<Rung> broken = new ArrayList<>();
        for (int i = rungs.size() - 1; i >= 0; i--) {
            if (rungs.get(i).breaksBy(more.get(i))) {
                broken.add(rungs.get(i));
            }
        }
        return broken.stream().min(Comparator.comparing(Rung::free)).map(rung -> rung.account().id());
    }

    public HeadroomTrialView tried(Money amount, ReservationPurpose purpose) {
        List<BigDecimal> more = more(amount.amount(), purpose);
        List<HeadroomTrialView.Level> levels = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            BigDecimal takes = more.get(i);
            levels.add(new HeadroomTrialView.Level(rung.account().id(), rung.account().money(rung.held()),
                    rung.account().moneyOrUndefined(rung.free()), rung.account().money(takes),
                    rung.account().moneyOrUndefined(rung.free() == null ? null : rung.free().subtract(takes)), !rung.breaksBy(takes)));
        }
        Optional<LimitAccountId> stopped = stoppedBy();
        Optional<LimitAccountId> breaks = breaking(more);
        Optional<Money> most = stopped.isPresent() ? Optional.of(Money.zero(amount.currency())) : most(purpose);
        return new HeadroomTrialView(leaf().account().id(), amount, stopped.isEmpty() && breaks.isEmpty(), stopped, breaks, most, levels);
    }
}
