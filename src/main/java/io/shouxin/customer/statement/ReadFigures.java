package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.customer.file.UnitReading;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The figures of a statement file by period. Of two names for one item the official one counts; of two columns for one period its
 * own report counts before a later report that tells it again.
 */
final class ReadFigures {

    private final Map<PeriodKey, Map<StatementItem, Found>> amounts = new LinkedHashMap<>();
    private final Map<PeriodKey, Map<StatementItem, BigDecimal>> comparatives = new LinkedHashMap<>();
    private final Map<PeriodKey, BigDecimal> resolutions = new LinkedHashMap<>();
    private final List<Refusal> contradictions = new ArrayList<>();
    private final List<Refusal> repetitions = new ArrayList<>();

    /** @param report the period of the report in which a comparative column stands; null when it cannot be told */
    void add(ImportPreview.Period period, ImportPreview.Period report, Labels.Match match, BigDecimal yuan, BigDecimal read,
             UnitReading.Unit unit, int line, String label) {
        PeriodKey key = PeriodKey.of(period);
        boolean comparative = period.comparative() && report != null;
        if (comparative) {
            comparatives.computeIfAbsent(PeriodKey.of(report), missing -> new EnumMap<>(StatementItem.class)).putIfAbsent(match.item(), yuan);
        }
        keep(key, new Found(yuan, match.precedence(), line, comparative), match.item(), label);
        int decimals = Math.max(0, read.stripTrailingZeros().scale());
        // The finest step seen among a period's figures is the step its source had rounded to.
        resolutions.merge(key, unit.yuan().movePointLeft(decimals).max(StatementSheet.FEN), BigDecimal::min);
    }

    private void keep(PeriodKey period, Found now, StatementItem item, String label) {
        Map<StatementItem, Found> found = amounts.computeIfAbsent(period, key -> new EnumMap<>(StatementItem.class));
        Found earlier = found.get(item);
        if (earlier != null && earlier.rank() == now.rank()) {
            Refusal twice = Refusal.of(earlier.yuan().compareTo(now.yuan()) == 0 ? "STATEMENT_ITEM_REPEATED" : "STATEMENT_ITEM_TWICE").at("file")
                    .with("line", now.line()).with("label", label).with("earlierLine", earlier.line());
            (twice.code().equals("STATEMENT_ITEM_TWICE") ? contradictions : repetitions).add(twice);
        }
        if (earlier == null || now.rank() < earlier.rank()) {
            found.put(item, now);
        }
    }

    List<Refusal> contradictions() {
        return contradictions.stream().distinct().toList();
    }

    List<Refusal> repetitions() {
        return repetitions.stream().distinct().toList();
    }

    /** Columns without a figure, and full years that are missing between others. */
    List<Refusal> gaps(List<ImportPreview.Period> periods) {
        List<Refusal> gaps = new ArrayList<>();
        periods.stream().filter(period -> !amounts.containsKey(PeriodKey.of(period)))
                .forEach(empty -> gaps.add(Refusal.of("STATEMENT_COLUMN_EMPTY").at("file").with("column", empty.header())));
        TreeSet<Integer> years = amounts.keySet().stream().filter(key -> key.months() == 12).map(key -> key.periodEnd().getYear())
                .collect(Collectors.toCollection(TreeSet::new));
        for (int year = years.isEmpty() ? 0 : years.first(); !years.isEmpty() && year < years.last(); year++) {
            if (!years.contains(year)) {
                gaps.add(Refusal.of("STATEMENT_YEAR_MISSING").at("file").with("year", year));
            }
        }
        return gaps;
    }

    List<StatementSheet> sheets(StatementBasis basis) {
        return amounts.entrySet().stream().map(period -> sheet(period.getKey(), period.getValue(), basis)).toList();
    }

    private StatementSheet sheet(PeriodKey key, Map<StatementItem, Found> found, StatementBasis basis) {
        Map<StatementItem, BigDecimal> plain = new EnumMap<>(StatementItem.class);
        found.forEach((item, amount) -> plain.put(item, amount.yuan()));
        Set<StatementItem> retold = found.entrySet().stream().filter(entry -> entry.getValue().comparative()).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new StatementSheet(key.periodEnd(), key.months(), basis, "CNY", plain, resolutions.get(key), comparatives.get(key), retold);
    }

    private record PeriodKey(LocalDate periodEnd, int months) {
        static PeriodKey of(ImportPreview.Period period) {
            return new PeriodKey(period.periodEnd(), period.months());
        }
    }

    private record Found(BigDecimal yuan, int precedence, int line, boolean comparative) {

        /** The lower counts. */
        int rank() {
            return comparative ? 1000 + precedence : precedence;
        }
    }
}
