package io.shouxin.rating;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A financial ratio of one customer, open down to the statement lines it was worked out from.
 *
 * @param code        e.g. {@code currentRatio}; messages {@code ratio.CODE} (name) and {@code ratio.CODE.formula}
 * @param value       of the newest year; empty when undefined, never a made-up 0: {@code years} says why
 * @param previous    the same ratio one year earlier
 * @param better      which way is good for a lender
 * @param years       up to three years, newest first, each with its parts; empty in ratings stored before ratios were opened
 * @param definitions the named choices of policy {@code ratio-definitions} that shaped this ratio, such as
 *                    {@code salesProfit=OPERATING_PROFIT}; messages {@code definition.NAME} and {@code definition.NAME.CHOICE}
 * @param peers       where the firm stands in its industry; empty when the ratio is undefined or no figures are kept for it
 */
public record Ratio(String code, Dimension dimension, Optional<BigDecimal> value, Optional<BigDecimal> previous, Unit unit,
                    Better better, List<RatioYear> years, Map<String, String> definitions, Optional<PeerPosition> peers) {

    public Ratio {
        better = better == null ? Better.NEITHER : better;
        years = years == null ? List.of() : List.copyOf(years);
        definitions = definitions == null ? Map.of() : Map.copyOf(definitions);
        peers = peers == null ? Optional.empty() : peers;
    }

    /** Where the ratio has gone over all years on file; empty with fewer than two values, or where neither way is good. */
    public Optional<Trend> trend() {
        List<BigDecimal> oldestFirst = years.stream().flatMap(year -> year.value().stream()).collect(Collectors.toList());
        if (better == Better.NEITHER || oldestFirst.size() < 2 || oldestFirst.size() < years.size()) {
            return Optional.empty();
        }
        Collections.reverse(oldestFirst);
        boolean rose = false;
        boolean fell = false;
        for (int i = 1; i < oldestFirst.size(); i++) {
            int step = oldestFirst.get(i).compareTo(oldestFirst.get(i - 1));
            rose = rose || step > 0;
            fell = fell || step < 0;
        }
        if (rose == fell) {
            return Optional.of(rose ? Trend.MIXED : Trend.STEADY);
        }
        return Optional.of(rose == (better == Better.HIGHER) ? Trend.IMPROVING : Trend.WORSENING);
    }

    /** The same beside its industry. */
    Ratio beside(Optional<PeerPosition> industry) {
        return new Ratio(code, dimension, value, previous, unit, better, years, definitions, industry);
    }

    /** Its values without their parts. */
    Ratio brief() {
        return new Ratio(code, dimension, value, previous, unit, better, List.of(), definitions, peers);
    }

    /** The five sides of a firm that ratios look at. */
    public enum Dimension {
        /** 偿债能力. */
        SOLVENCY,
        /** 盈利能力. */
        PROFITABILITY,
        /** 营运能力. */
        OPERATION,
        /** 成长能力. */
        GROWTH,
        /** 现金流. */
        CASH_FLOW
    }

    /** How a value is to be read. */
    public enum Unit {
        /** Decimal fraction, shown as per cent: 0.253 is 25.3 %. */
        FRACTION,
        /** Multiple: 1.8 times. */
        TIMES,
        /** Days; how many make a year is a choice of policy {@code ratio-definitions}. */
        DAYS
    }

    /** Message {@code trend.CODE}. */
    public enum Trend {
        /** 持续改善: better every year, or at least not worse in any. */
        IMPROVING,
        /** 持续变差: worse every year, or at least not better in any. */
        WORSENING,
        /** 持平. */
        STEADY,
        /** 有升有降. */
        MIXED
    }

    /** Which way a lender likes a ratio to go. */
    public enum Better {
        /** 越高越好. */
        HIGHER,
        /** 越低越好. */
        LOWER,
        /** Neither way is good in itself. */
        NEITHER
    }
}
