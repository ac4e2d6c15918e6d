package io.shouxin.limit.check;

import io.shouxin.customer.CustomerRegister;
import io.shouxin.customer.CustomerView;
import io.shouxin.customer.ExchangeRates;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitAccountView;
import io.shouxin.limit.LimitLedger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run of checks has read: customers, their trees, rates and what bars a first use, each once. */
public final class KnownAccounts {

    private final LimitLedger ledger;
    private final CustomerRegister register;
    private final ExchangeRates rates;
    private final DueReservations due;
    private final FirstUses firstUses;
    private final LocalDate today;
    private final Map<CustomerId, Optional<CustomerView>> customers = new HashMap<>();
    private final Map<LimitAccountId, List<LimitAccountView>> lines = new HashMap<>();
    private final Map<LimitAccountId, List<LimitAccountView>> children = new HashMap<>();
    private final Map<String, Optional<BigDecimal>> between = new HashMap<>();
    private final Map<String, Map<LimitAccountId, BigDecimal>> freed = new HashMap<>();

    public KnownAccounts(LimitLedger ledger, CustomerRegister register, ExchangeRates rates, DueReservations due, FirstUses firstUses, LocalDate today) {
        this.ledger = ledger;
        this.register = register;
        this.rates = rates;
        this.due = due;
        this.firstUses = firstUses;
        this.today = today;
    }

    public Optional<CustomerView> customer(CustomerId id) {
        return customers.computeIfAbsent(id, register::find);
    }

    /** The account with all above it, root first; empty if there is none. */
    List<LimitAccountView> line(LimitAccountId id) {
        return lines.computeIfAbsent(id, ledger::line);
    }

    /** Every facility of a customer with all above it. */
    List<List<LimitAccountView>> facilities(LimitAccountId customer) {
        List<LimitAccountView> above = line(customer);
        return children.computeIfAbsent(customer, ledger::children).stream().map(facility -> {
            List<LimitAccountView> line = new ArrayList<>(above);
            line.add(facility);
            return line;
        }).toList();
    }

    /** What a draw or use of the account on that day would be refused for if it is the first of its facility. */
    Optional<Refusal> againstFirstUse(List<LimitAccountView> line, LocalDate day) {
        return firstUses.against(line, day);
    }

    /**
     * What a level can take on a day: its top on that day less what is held.
     *
     * @param toHold true if it is to be held from now on: then what is held today counts, too, and so does the top of today
     */
    Optional<Money> room(LimitAccountView level, LimitAccountId root, LocalDate day, boolean toHold) {
        return level.free().map(free -> {
            Money today = level.temporaryTo().filter(last -> !this.today.isAfter(last) && day.isAfter(last)).isPresent()
                    ? free.minus(level.temporary()) : free;
            // The ledger measures today's use by what it holds, what should have ended included.
            return toHold || !day.isAfter(this.today) ? today : today.plus(Money.of(freed.computeIfAbsent(root + "|" + day,
                    key -> due.freed(root, day)).getOrDefault(level.id(), BigDecimal.ZERO), free.currency()));
        });
    }

    /** At today's rate on file, rounded as the ledger does; empty if there is none. */
    Optional<Money> convert(Money amount, Currency into) {
        return rate(amount.currency(), into).map(rate -> Money.rounded(amount.amount().multiply(rate), into, RoundingMode.HALF_UP));
    }

    /** The most in a currency that {@link #convert converts} to no more than this room. */
    Optional<Money> most(Money room, Currency in) {
        return rate(in, room.currency()).map(rate -> {
            int digits = Math.max(in.getDefaultFractionDigits(), 0);
            Money most = new Money(room.amount().divide(rate, digits, RoundingMode.FLOOR), in);
            // A rate that is itself a quotient may fall short by the last digit.
            Money next = most.plus(new Money(BigDecimal.ONE.movePointLeft(digits), in));
            return convert(next, room.currency()).filter(converted -> converted.compareTo(room) <= 0).isPresent() ? next : most;
        });
    }

    private Optional<BigDecimal> rate(Currency from, Currency into) {
        return between.computeIfAbsent(from.getCurrencyCode() + into.getCurrencyCode(),
                pair -> rates.between(from.getCurrencyCode(), into.getCurrencyCode(), today));
    }

    LocalDate today() {
        return today;
    }
}
