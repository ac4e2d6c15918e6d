package io.shouxin.customer.relation;

import io.shouxin.customer.file.Table;
import io.shouxin.customer.file.TableFile;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a CSV or XLSX file of relations: one in a row, columns found by their headers in any order. */
public final class RelationFile {

    private static final int SEARCHED_ROWS = 20;
    private static final int TELLING = 3;

    private final List<Row> rows = new ArrayList<>();
    private final List<Refusal> problems = new ArrayList<>();

    private RelationFile() {
    }

    /** @param line row in the file, from 1. @param cells as written, stripped; blank ones are left out */
    public record Row(int line, Map<RelationColumn, String> cells) {

        public String text(RelationColumn column) {
            return cells.get(column);
        }
    }

    /** An unreadable file gives problems only. */
    public static RelationFile read(InputStream content) {
        RelationFile file = new RelationFile();
        try {
            TableFile.read(content).forEach(file::understand);
        } catch (RefusedException refused) {
            file.problems.addAll(refused.refusals());
        }
        if (file.problems.isEmpty() && file.rows.isEmpty()) {
            file.problems.add(Refusal.of("RELATION_FILE_EMPTY").at("file"));
        }
        return file;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public List<Refusal> problems() {
        return List.copyOf(problems);
    }

    /** An empty file in the layout that is understood; UTF-8 with byte order mark, so that spreadsheet programs read it right. */
    public static byte[] template() {
        return ("\ufeff" + Arrays.stream(RelationColumn.values()).map(RelationColumn::zh).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void understand(Table table) {
        Optional<Integer> header = headerRow(table);
        if (header.isEmpty()) {
            return;
        }
        Map<RelationColumn, Integer> places = new EnumMap<>(RelationColumn.class);
        for (int column = 0; column < table.width(); column++) {
            String text = table.cell(header.get(), column);
            Optional<RelationColumn> found = RelationColumn.find(text);
            if (found.isPresent() && places.putIfAbsent(found.get(), column) != null) {
                problems.add(Refusal.of("RELATION_COLUMN_TWICE").at("file").with("column", text.strip()));
            }
        }
        List<String> missing = RelationColumn.REQUIRED.stream().filter(column -> !places.containsKey(column)).map(RelationColumn::zh).toList();
        if (!missing.isEmpty()) {
            problems.add(Refusal.of("RELATION_COLUMNS_MISSING").at("file").with("columns", String.join("、", missing)));
            return;
        }
        for (int row = header.get() + 1; row < table.rows().size(); row++) {
            Map<RelationColumn, String> cells = new EnumMap<>(RelationColumn.class);
            int at = row;
            places.forEach((column, place) -> {
                String text = table.cell(at, place).strip();
                if (!text.isEmpty()) {
                    cells.put(column, text);
                }
            });
            if (!cells.isEmpty()) {
                rows.add(new Row(row + 1, cells));
            }
        }
    }

    private static Optional<Integer> headerRow(Table table) {
        for (int row = 0; row < Math.min(SEARCHED_ROWS, table.rows().size()); row++) {
            if (table.rows().get(row).stream().filter(cell -> RelationColumn.find(cell).isPresent()).count() >= TELLING) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
