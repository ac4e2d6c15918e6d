package io.shouxin.customer.debt;

import io.shouxin.customer.file.CurrencyWords;
import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtStanding;
import io.shouxin.customer.ExchangeRate;
import io.shouxin.customer.JudgedDebt;
import io.shouxin.customer.file.Table;
import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides which rows of a debt schedule count at its cut-off date, and for how much. What is in doubt is never guessed: it is left
 * out of the total and marked to be verified.
 */
public final class DebtJudgement {

    private final LocalDate asOf;
    private final Function<String, Optional<ExchangeRate>> rates;

    /** @param rates the newest rate of a currency not after the cut-off date */
    public DebtJudgement(LocalDate asOf, Function<String, Optional<ExchangeRate>> rates) {
        this.asOf = asOf;
        this.rates = rates;
    }

    public List<JudgedDebt> of(List<DebtLine> lines) {
        Map<String, DebtLine> first = new HashMap<>();
        Map<String, Boolean> contradicting = new HashMap<>();
        for (DebtLine line : lines) {
            DebtLine earlier = first.putIfAbsent(key(line), line);
            if (earlier != null && !same(earlier, line)) {
                contradicting.put(key(line), true);
            }
        }
        return lines.stream().map(line -> contradicting.containsKey(key(line)) ? told(line, DebtStanding.CONTRADICTING)
                : first.get(key(line)) != line ? told(line, DebtStanding.DUPLICATE) : judged(line)).toList();
    }

    private JudgedDebt judged(DebtLine line) {
        DebtStanding standing = standing(line);
        if (!standing.counted()) {
            return told(line, standing);
        }
        Optional<Currency> currency = CurrencyWords.find(line.currency());
        if (currency.isEmpty()) {
            return told(line, DebtStanding.CURRENCY_UNKNOWN);
        }
        Money exposure = exposure(line, currency.get());
        if (currency.get().equals(Money.CNY)) {
            return new JudgedDebt(line, standing, exposure, null, exposure);
        }
        Optional<ExchangeRate> rate = rates.apply(currency.get().getCurrencyCode());
        return rate.map(found -> new JudgedDebt(line, standing, exposure, found,
                        Money.rounded(exposure.amount().multiply(found.yuan()), Money.CNY, RoundingMode.HALF_UP)))
                .orElseGet(() -> told(line, DebtStanding.RATE_MISSING));
    }

    private DebtStanding standing(DebtLine line) {
        if (line.startsOn() != null && line.startsOn().isAfter(asOf)) {
            return DebtStanding.NOT_STARTED;
        }
        // A debt that falls due on the cut-off date is still owed on that day.
        boolean past = line.maturesOn() != null && line.maturesOn().isBefore(asOf);
        boolean owed = line.balance() != null && line.balance().signum() > 0;
        return switch (DebtStatus.of(line.status())) {
            case SETTLED -> owed ? DebtStanding.SETTLED_WITH_BALANCE : DebtStanding.SETTLED;
            case MATURED -> owed && DebtStatus.isBad(line.classification()) ? DebtStanding.OVERDUE
                    : line.maturesOn() != null && line.maturesOn().isAfter(asOf) ? DebtStanding.MATURED_TOO_EARLY : DebtStanding.MATURED;
            case OVERDUE -> DebtStanding.OVERDUE;
            case OUTSTANDING -> past && owed ? DebtStanding.OVERDUE : DebtStanding.COUNTED;
            case BLANK -> line.maturesOn() == null ? DebtStanding.MATURITY_MISSING : !past ? DebtStanding.COUNTED
                    : owed && DebtStatus.isBad(line.classification()) ? DebtStanding.OVERDUE : DebtStanding.MATURED;
            case UNKNOWN -> DebtStanding.STATUS_UNKNOWN;
        };
    }

    private static JudgedDebt told(DebtLine line, DebtStanding standing) {
        Money exposure = line.balance() == null ? null : CurrencyWords.find(line.currency()).map(currency -> exposure(line, currency)).orElse(null);
        return new JudgedDebt(line, standing, exposure, null, null);
    }

    /** A margin deposited with the lender covers its part of the debt. */
    private static Money exposure(DebtLine line, Currency currency) {
        BigDecimal margin = line.margin() == null ? BigDecimal.ZERO : line.margin();
        return Money.rounded(line.balance().subtract(margin).max(BigDecimal.ZERO), currency, RoundingMode.HALF_UP);
    }

    private static String key(DebtLine line) {
        return plain(line.contractNumber());
    }

    private static boolean same(DebtLine one, DebtLine other) {
        return plain(one.lender()).equals(plain(other.lender())) && plain(one.currency()).equals(plain(other.currency()))
                && equal(one.balance(), other.balance()) && equal(one.margin(), other.margin()) && equal(one.contractAmount(), other.contractAmount())
                && Objects.equals(one.startsOn(), other.startsOn()) && Objects.equals(one.maturesOn(), other.maturesOn())
                && DebtStatus.of(one.status()) == DebtStatus.of(other.status()) && plain(one.classification()).equals(plain(other.classification()));
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static String plain(String text) {
        return text == null ? "" : Table.narrow(text).toUpperCase(Locale.ROOT);
    }
}
