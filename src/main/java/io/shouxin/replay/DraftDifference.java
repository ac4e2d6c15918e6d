package io.shouxin.replay;

import io.shouxin.policy.MatchedRow;
import io.shouxin.policy.PolicyBook;
import io.shouxin.policy.PolicyTable;
import io.shouxin.policy.PolicyVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a draft says otherwise than the version it would replace, row by row of the table and cell by cell (与现行版本的差异). Rows are the
 * same where their ids are; a draft that says nothing new has no lines.
 *
 * @param against version it is compared with; null where the policy would be new
 * @param columns columns asked for by one of the two only
 */
public record DraftDifference(String against, LocalDate againstFrom, List<Line> lines, List<String> columns) {

    /** Compares the draft's table with the version that would otherwise apply on its first day, or today. */
    static DraftDifference of(PolicyDraft draft, PolicyTable table, PolicyBook book, LocalDate today) {
        LocalDate from = draft.effectiveFrom().filter(day -> day.isAfter(today)).orElse(today);
        Optional<PolicyVersion> standing = book.versions(draft.policy()).stream().filter(version -> !version.version().equals(draft.version()))
                .filter(version -> !version.effectiveFrom().isAfter(from)).reduce((earlier, later) -> later);
        if (standing.isEmpty()) {
            return new DraftDifference(null, null, List.of(), List.of());
        }
        PolicyTable before = book.table(standing.get());
        List<String> were = before.inputs().stream().map(PolicyTable.DeclaredInput::name).toList();
        List<String> are = table.inputs().stream().map(PolicyTable.DeclaredInput::name).toList();
        List<String> odd = new ArrayList<>(were.stream().filter(name -> !are.contains(name)).toList());
        are.stream().filter(name -> !were.contains(name)).forEach(odd::add);
        return new DraftDifference(standing.get().version(), standing.get().effectiveFrom(), lines(before, table), odd);
    }

    private static List<Line> lines(PolicyTable standing, PolicyTable draft) {
        Map<String, Map<String, Cell>> before = rows(standing);
        Map<String, Map<String, Cell>> after = rows(draft);
        List<Line> lines = new ArrayList<>();
        after.forEach((row, cells) -> {
            Map<String, Cell> was = before.get(row);
            List<Change> changes = changes(was == null ? Map.of() : was, cells);
            if (!changes.isEmpty()) {
                lines.add(new Line(row, draft.rowLabels().getOrDefault(row, row), was == null ? Kind.ADDED : Kind.CHANGED, changes));
            }
        });
        before.forEach((row, cells) -> {
            if (!after.containsKey(row)) {
                lines.add(new Line(row, standing.rowLabels().getOrDefault(row, row), Kind.REMOVED, changes(cells, Map.of())));
            }
        });
        return List.copyOf(lines);
    }

    private static List<Change> changes(Map<String, Cell> before, Map<String, Cell> after) {
        Map<String, Cell> all = new LinkedHashMap<>(after);
        before.forEach(all::putIfAbsent);
        List<Change> changes = new ArrayList<>();
        all.forEach((column, cell) -> {
            String was = Optional.ofNullable(before.get(column)).map(Cell::text).orElse("");
            String is = Optional.ofNullable(after.get(column)).map(Cell::text).orElse("");
            if (!was.equals(is)) {
                changes.add(new Change(column, cell.label(), was, is));
            }
        });
        return changes;
    }

    /** Row by id, cell by column; outputs come after what is asked. */
    private static Map<String, Map<String, Cell>> rows(PolicyTable table) {
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        for (int at = 0; at < table.rows().size(); at++) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            List<String> asked = table.cells().get(at);
            for (int column = 0; column < asked.size(); column++) {
                PolicyTable.DeclaredInput input = table.inputs().get(column);
                cells.put("? " + input.name(), new Cell(Objects.requireNonNullElse(input.label(), input.name()), asked.get(column)));
            }
            MatchedRow row = table.rows().get(at);
            row.outputs().forEach((name, value) -> cells.put("= " + name, new Cell("→ " + table.outputLabels().getOrDefault(name, name), text(value))));
            rows.put(row.ruleId(), cells);
        }
        return rows;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    /** How a row differs. */
    public enum Kind {
        /** 新增 */
        ADDED,
        /** 修改 */
        CHANGED,
        /** 删除 */
        REMOVED
    }

    /**
     * A row that differs.
     *
     * @param row   its id
     * @param label what the table's file says of it, in the file's language; its id where it says nothing
     */
    public record Line(String row, String label, Kind kind, List<Change> changes) {
    }

    /**
     * A cell that differs.
     *
     * @param column {@code ? name} of what is asked, {@code = name} of what is said
     * @param label  its heading in the file, in the file's language
     * @param before as the version in force has it; empty where it has none
     */
    public record Change(String column, String label, String before, String after) {
    }

    private record Cell(String label, String text) {
    }
}
