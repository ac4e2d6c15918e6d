package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of one period: balance sheet at its end, income and cash flow over it.
 *
 * @param periodEnd  last day of the period, the end of a month
 * @param months     length of the period from 1 January, 1 to 12; 12 is a full year, less is an interim statement
 * @param currency   ISO code
 * @param amounts    exact amounts in whole currency units (yuan, never thousands); an item not reported is absent
 * @param resolution step to which the source had rounded: 0.01 for yuan, 100 for 万元 with two decimals; articulation
 *                   tolerates differences that such rounding explains
 * @param comparatives how this report tells the period before again: balances at the beginning of the year (年初余额), income and
 *                   cash flow of the same months a year earlier (上期金额)
 * @param retold     items of this sheet that come from the comparative column of a later report; they never replace what the
 *                   period's own report said
 */
public record StatementSheet(LocalDate periodEnd, int months, StatementBasis basis, String currency, Map<StatementItem, BigDecimal> amounts,
                             BigDecimal resolution, Map<StatementItem, BigDecimal> comparatives, Set<StatementItem> retold) {

    /** Amounts typed in yuan are exact to the fen. */
    public static final BigDecimal FEN = new BigDecimal("0.01");

    public StatementSheet {
        amounts = sorted(amounts);
        resolution = resolution == null ? FEN : resolution;
        comparatives = sorted(comparatives);
        retold = retold == null ? Set.of() : Set.copyOf(retold);
    }

    public StatementSheet(LocalDate periodEnd, int months, StatementBasis basis, String currency,
                          Map<StatementItem, BigDecimal> amounts, BigDecimal resolution) {
        this(periodEnd, months, basis, currency, amounts, resolution, Map.of(), Set.of());
    }

    public StatementSheet(LocalDate periodEnd, int months, StatementBasis basis, String currency,
                          Map<StatementItem, BigDecimal> amounts) {
        this(periodEnd, months, basis, currency, amounts, FEN);
    }

    /** The amount of an item, empty when it was not reported. */
    public Optional<BigDecimal> amount(StatementItem item) {
        return Optional.ofNullable(amounts.get(item));
    }

    private static Map<StatementItem, BigDecimal> sorted(Map<StatementItem, BigDecimal> amounts) {
        Map<StatementItem, BigDecimal> sorted = new EnumMap<>(StatementItem.class);
        if (amounts != null) {
            amounts.forEach((item, amount) -> {
                if (item != null && amount != null) {
                    sorted.put(item, amount);
                }
            });
        }
        return Collections.unmodifiableMap(sorted);
    }
}
