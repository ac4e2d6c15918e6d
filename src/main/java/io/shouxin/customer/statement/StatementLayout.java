package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands statement files in the usual Chinese layout: 项目 in rows, periods in columns, one or two blocks side by side,
 * one statement or several per file.
 */
public final class StatementLayout {

    private final Map<PeriodKey, Map<StatementItem, Found>> amounts = new LinkedHashMap<>();
    private final List<ImportPreview.Period> periods = new ArrayList<>();
    private final List<ImportPreview.Row> rows = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();
    private final Map<PeriodKey, BigDecimal> resolutions = new LinkedHashMap<>();
    private final List<ImportPreview.Unit> units = new ArrayList<>();

    private StatementLayout() {
    }

    /** How the file is understood; an unreadable file gives a preview with problems only. */
    public static ImportPreview preview(InputStream content, StatementBasis basis) {
        StatementLayout layout = new StatementLayout();
        try {
            for (Table table : StatementFile.read(content)) {
                layout.understand(table);
            }
        } catch (RefusedException refused) {
            layout.problems.addAll(refused.refusals());
        }
        List<StatementSheet> sheets = layout.sheets(basis);
        if (layout.problems.isEmpty() && sheets.isEmpty()) {
            layout.problems.add(Refusal.of("STATEMENT_FILE_WITHOUT_FIGURES").at("file"));
        }
        return new ImportPreview(layout.units, layout.periods, layout.rows, sheets, layout.problems);
    }

    private void understand(Table table) {
        TableHeader header = TableHeader.of(table);
        problems.addAll(header.problems());
        if (!header.blocks().isEmpty()) {
            units.add(header.unit().in(table));
        }
        for (TableHeader.Block block : header.blocks()) {
            block.columns().values().forEach(period -> {
                if (periods.stream().noneMatch(known -> PeriodKey.of(known).equals(PeriodKey.of(period)))) {
                    periods.add(period);
                }
            });
            understand(table, header, block);
        }
    }

    private void understand(Table table, TableHeader header, TableHeader.Block block) {
        for (int row = header.row() + 1; row < table.rows().size(); row++) {
            String label = table.cell(row, block.labelColumn()).strip();
            if (label.contains("补充资料")) {
                return;
            }
            boolean unitLine = row + 1 == header.unit().line() && Labels.find(label).isEmpty();
            if (!label.isEmpty() && !unitLine) {
                rows.add(row(table, header, block, row, label));
            }
        }
    }

    private ImportPreview.Row row(Table table, TableHeader header, TableHeader.Block block, int row, String label) {
        var match = Labels.find(label);
        List<BigDecimal> values = new ArrayList<>();
        for (Map.Entry<Integer, ImportPreview.Period> column : block.columns().entrySet()) {
            String cell = table.cell(row, column.getKey());
            BigDecimal read = null;
            try {
                read = Amounts.read(cell);
            } catch (NumberFormatException malformed) {
                if (match.isPresent()) {
                    problems.add(Refusal.of("STATEMENT_AMOUNT_MALFORMED").at("file").with("line", row + 1).with("label", label)
                            .with("column", column.getValue().header()).with("text", abridged(cell)));
                }
            }
            // The product is exact; nothing is kept finer than a fen.
            BigDecimal yuan = read == null ? null
                    : read.multiply(header.unit().yuan()).setScale(2, RoundingMode.HALF_UP);
            values.add(yuan);
            if (yuan != null && match.isPresent()) {
                keep(PeriodKey.of(column.getValue()), match.get(), yuan, row + 1, label);
                noteResolution(PeriodKey.of(column.getValue()), header.unit(), read);
            }
        }
        return new ImportPreview.Row(row + 1, label, match.map(Labels.Match::item), values);
    }

    private void keep(PeriodKey period, Labels.Match match, BigDecimal yuan, int line, String label) {
        Map<StatementItem, Found> found = amounts.computeIfAbsent(period, key -> new EnumMap<>(StatementItem.class));
        Found earlier = found.get(match.item());
        if (earlier != null && earlier.precedence() == match.precedence() && earlier.yuan().compareTo(yuan) != 0) {
            problems.add(Refusal.of("STATEMENT_ITEM_TWICE").at("file").with("line", line).with("label", label)
                    .with("earlierLine", earlier.line()));
        }
        if (earlier == null || match.precedence() < earlier.precedence()) {
            found.put(match.item(), new Found(yuan, match.precedence(), line));
        }
    }

    /** The finest step seen among a period's figures is the step its source had rounded to. */
    private void noteResolution(PeriodKey period, UnitReading.Unit unit, BigDecimal read) {
        int decimals = Math.max(0, read.stripTrailingZeros().scale());
        BigDecimal step = unit.yuan().movePointLeft(decimals).max(StatementSheet.FEN);
        resolutions.merge(period, step, BigDecimal::min);
    }

    private List<StatementSheet> sheets(StatementBasis basis) {
        return amounts.entrySet().stream()
                .map(period -> new StatementSheet(period.getKey().periodEnd(), period.getKey().months(), basis, "CNY",
                        plain(period.getValue()), resolutions.get(period.getKey())))
                .toList();
    }

    private static Map<StatementItem, BigDecimal> plain(Map<StatementItem, Found> found) {
        Map<StatementItem, BigDecimal> plain = new EnumMap<>(StatementItem.class);
        found.forEach((item, amount) -> plain.put(item, amount.yuan()));
        return plain;
    }

    private static String abridged(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    private record PeriodKey(LocalDate periodEnd, int months) {
        static PeriodKey of(ImportPreview.Period period) {
            return new PeriodKey(period.periodEnd(), period.months());
        }
    }

    private record Found(BigDecimal yuan, int precedence, int line) {
    }
}
