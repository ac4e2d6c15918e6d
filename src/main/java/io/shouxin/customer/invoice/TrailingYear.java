package io.shouxin.customer.invoice;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Net amounts per counterparty over the 12 months that end with the month looked at. Months are entered in rising order. */
final class TrailingYear {

    private final TreeMap<YearMonth, Map<String, BigDecimal>> months = new TreeMap<>();
    private final Map<String, BigDecimal> sums = new HashMap<>();
    private final Map<String, Integer> presence = new HashMap<>();

    void add(YearMonth month, String counterparty, BigDecimal amount) {
        forgetBefore(month.minusMonths(11));
        months.computeIfAbsent(month, key -> new HashMap<>()).put(counterparty, amount);
        sums.merge(counterparty, amount, BigDecimal::add);
        presence.merge(counterparty, 1, Integer::sum);
    }

    void forgetBefore(YearMonth first) {
        while (!months.isEmpty() && months.firstKey().isBefore(first)) {
            months.pollFirstEntry().getValue().forEach((counterparty, amount) -> {
                sums.merge(counterparty, amount.negate(), BigDecimal::add);
                if (presence.merge(counterparty, -1, Integer::sum) == 0) {
                    presence.remove(counterparty);
                    sums.remove(counterparty);
                }
            });
        }
    }

    int counterparties() {
        return presence.size();
    }

    BigDecimal positive() {
        return sums.values().stream().filter(sum -> sum.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal largest() {
        return sums.values().stream().filter(sum -> sum.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
