package io.shouxin.customer.debt;

import io.shouxin.customer.DebtLine;
import io.shouxin.customer.DebtPreview;
import io.shouxin.customer.file.Table;
import io.shouxin.customer.file.TableFile;
import io.shouxin.customer.file.UnitReading;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Understands a file of debts, CSV or XLSX: one debt in a row, columns found by their headers in whatever order. */
public final class DebtFile {

    private static final int SEARCHED_ROWS = 20;
    /** A row with so many known headers is meant as the header row. */
    private static final int TELLING = 3;

    private final List<DebtLine> lines = new ArrayList<>();
    private final List<DebtPreview.Column> columns = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();
    private final List<Refusal> warnings = new ArrayList<>();

    private DebtFile() {
    }

    /** An unreadable file gives problems only. */
    public static DebtFile read(InputStream content) {
        DebtFile file = new DebtFile();
        try {
            TableFile.read(content).forEach(file::understand);
        } catch (RefusedException refused) {
            file.problems.addAll(refused.refusals());
        }
        if (file.problems.isEmpty() && file.lines.isEmpty()) {
            file.problems.add(Refusal.of("DEBT_FILE_WITHOUT_DEBTS").at("file"));
        }
        return file;
    }

    public List<DebtLine> lines() {
        return List.copyOf(lines);
    }

    public List<DebtPreview.Column> columns() {
        return List.copyOf(columns);
    }

    public List<Refusal> problems() {
        return problems.stream().distinct().toList();
    }

    public List<Refusal> warnings() {
        return warnings.stream().distinct().toList();
    }

    public String unit() {
        return units.stream().distinct().collect(Collectors.joining("、"));
    }

    private void understand(Table table) {
        Optional<Integer> header = headerRow(table);
        if (header.isEmpty()) {
            if (table.rows().stream().flatMap(List::stream).anyMatch(cell -> !cell.isBlank())) {
                warnings.add(Refusal.of("DEBT_SHEET_LEFT_OUT").at("file").with("sheet", table.name()));
            }
            return;
        }
        int row = header.get();
        Map<DebtColumn, Integer> places = places(table, row);
        List<String> missing = DebtColumn.REQUIRED.stream().filter(column -> !places.containsKey(column)).map(DebtColumn::zh).toList();
        if (!missing.isEmpty()) {
            problems.add(Refusal.of("DEBT_COLUMNS_MISSING").at("file").with("columns", String.join("、", missing)));
            return;
        }
        if (!places.containsKey(DebtColumn.CURRENCY)) {
            warnings.add(Refusal.of("DEBT_CURRENCY_ASSUMED").at("file").with("sheet", table.name()));
        }
        UnitReading.Unit unit = UnitReading.of(table.top(row + 1), row, problems);
        units.add(unit.label());
        if (unit.text().isEmpty()) {
            warnings.add(Refusal.of("DEBT_UNIT_ASSUMED").at("file").with("sheet", table.name()));
        }
        DebtRow reader = new DebtRow(table, places, unit.yuan(), problems);
        for (int at = row + 1; at < table.rows().size(); at++) {
            take(table, at, reader);
        }
    }

    private void take(Table table, int at, DebtRow reader) {
        List<String> filled = table.rows().get(at).stream().map(Table::narrow).filter(cell -> !cell.isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        if (filled.get(0).matches("(?:合计|小计|总计|本页合计|共计).*")) {
            warnings.add(Refusal.of("DEBT_TOTAL_LEFT_OUT").at("file").with("line", at + 1));
        } else if (filled.size() == 1) {
            warnings.add(Refusal.of("DEBT_REMARK_LEFT_OUT").at("file").with("line", at + 1).with("text", Table.abridged(filled.get(0), 30)));
        } else {
            lines.add(reader.read(at));
        }
    }

    private static Optional<Integer> headerRow(Table table) {
        for (int row = 0; row < Math.min(SEARCHED_ROWS, table.rows().size()); row++) {
            if (table.rows().get(row).stream().filter(cell -> DebtColumn.find(cell).isPresent()).count() >= TELLING) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private Map<DebtColumn, Integer> places(Table table, int row) {
        Map<DebtColumn, Integer> places = new EnumMap<>(DebtColumn.class);
        for (int column = 0; column < table.width(); column++) {
            String header = table.cell(row, column).strip();
            Optional<DebtColumn> found = DebtColumn.find(header);
            if (!header.isEmpty()) {
                columns.add(new DebtPreview.Column(header, found.map(DebtColumn::field).orElse(null)));
            }
            if (found.isPresent() && places.putIfAbsent(found.get(), column) != null) {
                problems.add(Refusal.of("DEBT_COLUMN_TWICE").at("file").with("column", header));
            } else if (found.isEmpty() && !header.isEmpty() && !header.matches("序号|编号|行次|No\\.?")) {
                warnings.add(Refusal.of("DEBT_COLUMN_LEFT_OUT").at("file").with("column", header));
            }
        }
        return places;
    }
}
