package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.ImportPreview.Reading;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.file.Amounts;
import io.shouxin.customer.file.Table;
import io.shouxin.customer.file.TableFile;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands statement files in the usual Chinese layout: 项目 in rows, periods in columns, one or two blocks side by side,
 * one statement or several per file.
 */
public final class StatementLayout {

    private final ReadFigures figures = new ReadFigures();
    private final List<ImportPreview.Period> periods = new ArrayList<>();
    private final List<ImportPreview.Row> rows = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();
    private final List<ImportPreview.Unit> units = new ArrayList<>();

    private StatementLayout() {
    }

    /** How the file is understood; an unreadable file gives a preview with problems only. */
    public static ImportPreview preview(InputStream content, StatementBasis basis) {
        StatementLayout layout = new StatementLayout();
        try {
            List<Table> tables = TableFile.read(content);
            // Every column is known before the first row is read, so that a row shows its amounts under the right one.
            List<TableHeader> headers = tables.stream().map(TableHeader::of).toList();
            headers.forEach(layout::findPeriods);
            for (int i = 0; i < tables.size(); i++) {
                layout.understand(tables.get(i), headers.get(i));
            }
        } catch (RefusedException refused) {
            layout.problems.addAll(refused.refusals());
        }
        return layout.told(basis);
    }

    private ImportPreview told(StatementBasis basis) {
        var sheets = figures.sheets(basis);
        if (problems.isEmpty() && sheets.isEmpty()) {
            problems.add(Refusal.of("STATEMENT_FILE_WITHOUT_FIGURES").at("file"));
        }
        if (!sheets.isEmpty()) {
            warnings.addAll(figures.gaps(periods));
        }
        problems.addAll(figures.contradictions());
        warnings.addAll(figures.repetitions());
        return new ImportPreview(units, periods, rows, sheets, problems, List.of(), warnings);
    }

    private void findPeriods(TableHeader header) {
        header.blocks().stream().flatMap(block -> block.columns().values().stream()).forEach(period -> {
            if (indexOf(period) < 0) {
                periods.add(period);
            }
        });
    }

    private int indexOf(ImportPreview.Period period) {
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).periodEnd().equals(period.periodEnd()) && periods.get(i).months() == period.months()) {
                return i;
            }
        }
        return -1;
    }

    private void understand(Table table, TableHeader header) {
        problems.addAll(header.problems());
        warnings.addAll(header.warnings());
        if (header.blocks().isEmpty()) {
            if (table.rows().stream().flatMap(List::stream).anyMatch(cell -> !cell.isBlank()) && header.problems().isEmpty()) {
                warnings.add(Refusal.of("STATEMENT_SHEET_LEFT_OUT").at("file").with("sheet", table.name()));
            }
            return;
        }
        units.add(new ImportPreview.Unit(table.name(), header.unit().label(), header.unit().line(), header.unit().text()));
        header.blocks().forEach(block -> understand(table, header, block));
    }

    private void understand(Table table, TableHeader header, TableHeader.Block block) {
        StatementItem above = null;
        boolean supplement = false;
        for (int row = header.row() + 1; row < table.rows().size(); row++) {
            String label = table.cell(row, block.labelColumn()).strip();
            supplement |= label.contains("补充资料");
            Optional<Labels.Match> match = Labels.find(label, above);
            boolean unitLine = row + 1 == header.unit().line() && match.isEmpty();
            if (!label.isEmpty() && !unitLine) {
                rows.add(row(table, header, block, row, label, match, supplement));
            }
            if (label.contains("账龄") || label.contains("帐龄")) {
                above = label.contains("其他应收") || label.contains("其它应收") ? StatementItem.OTHER_RECEIVABLES : StatementItem.ACCOUNTS_RECEIVABLE;
            }
            above = match.map(Labels.Match::item).orElse(above);
        }
    }

    private ImportPreview.Row row(Table table, TableHeader header, TableHeader.Block block, int row, String label,
                                  Optional<Labels.Match> match, boolean supplement) {
        // The supplementary schedule starts from net profit again and repeats totals; only depreciation and amortisation are new in it.
        boolean repeated = supplement && match.filter(found -> isSupplementary(found.item())).isEmpty();
        Optional<Labels.Match> taken = repeated ? Optional.empty() : match;
        List<BigDecimal> values = new ArrayList<>(Collections.nCopies(periods.size(), null));
        for (Map.Entry<Integer, ImportPreview.Period> column : block.columns().entrySet()) {
            BigDecimal read = amount(table, row, column, label, taken.isPresent());
            // The product is exact; nothing is kept finer than a fen.
            BigDecimal yuan = read == null ? null : read.multiply(header.unit().yuan()).setScale(2, RoundingMode.HALF_UP);
            values.set(indexOf(column.getValue()), yuan);
            if (yuan != null && taken.isPresent()) {
                figures.add(column.getValue(), report(block), taken.get(), yuan, read, header.unit(), row + 1, label);
            }
        }
        Reading reading = repeated ? Reading.SUPPLEMENT : taken.map(found -> found.precedence() == 0 ? Reading.NAME : Reading.SYNONYM)
                .orElseGet(() -> LeftOut.reason(label, values));
        return new ImportPreview.Row(table.name(), row + 1, label, reading, taken.map(Labels.Match::item),
                reading == Reading.UNKNOWN ? Labels.nearest(label) : Optional.empty(), values);
    }

    private BigDecimal amount(Table table, int row, Map.Entry<Integer, ImportPreview.Period> column, String label, boolean needed) {
        String cell = table.cell(row, column.getKey());
        try {
            return Amounts.read(cell);
        } catch (NumberFormatException malformed) {
            if (needed) {
                problems.add(Refusal.of("STATEMENT_AMOUNT_MALFORMED").at("file").with("line", row + 1).with("label", label)
                        .with("column", column.getValue().header()).with("text", Table.abridged(cell, 30)));
            }
            return null;
        }
    }

    /** The period a block reports on, beside which its comparative columns stand; null when it has several, or none. */
    private static ImportPreview.Period report(TableHeader.Block block) {
        List<ImportPreview.Period> own = block.columns().values().stream().filter(period -> !period.comparative()).toList();
        return own.size() == 1 ? own.get(0) : null;
    }

    private static boolean isSupplementary(StatementItem item) {
        return item.compareTo(StatementItem.DEPRECIATION) >= 0 && item.compareTo(StatementItem.AMORTISATION_OF_DEFERRED_EXPENSES) <= 0;
    }
}
