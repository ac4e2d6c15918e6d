package io.shouxin.customer.statement;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.file.Table;
import io.shouxin.customer.file.UnitReading;
import io.shouxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where in a table the figures stand and what they are: the header row, its label columns with the period columns to the
 * right of each, and the unit.
 *
 * @param row header row, from 0; -1 when the table has none and holds no statement
 */
record TableHeader(int row, List<Block> blocks, UnitReading.Unit unit, List<Refusal> problems, List<Refusal> warnings) {

    private static final int SEARCHED_ROWS = 20;
    private static final Set<String> LABEL_HEADERS = Set.of("项目", "科目", "报表项目", "项目名称", "会计科目", "资产", "流动资产",
            "负债和所有者权益", "负债及所有者权益", "负债和股东权益", "负债及股东权益", "负债和所有者权益(或股东权益)",
            "负债及所有者权益(或股东权益)", "指标", "item");
    /** A unit may stand beside the word: 项目(万元). */
    private static final Pattern UNIT_BESIDE = Pattern.compile("\\([^()]*[元圆]\\)$");

    /** Beside a column since January (本年累计) one that tells the last month or quarter alone. */
    private static final Pattern PART_ALONE = Pattern.compile("^(?!.*累计).*(本期|上期|本季|本月)");

    /** A label column and its period columns, by column number. */
    record Block(int labelColumn, Map<Integer, ImportPreview.Period> columns) {
    }

    static TableHeader of(Table table) {
        List<Refusal> problems = new ArrayList<>();
        int row = headerRow(table);
        if (row < 0) {
            return new TableHeader(-1, List.of(), UnitReading.Unit.NOT_NAMED, problems, List.of());
        }
        List<Refusal> warnings = new ArrayList<>();
        Optional<ImportPreview.Period> report = reportPeriod(table, row);
        boolean sinceJanuary = table.rows().get(row).stream().anyMatch(header -> header.contains("累计"));
        List<Block> blocks = new ArrayList<>();
        Block current = null;
        for (int column = 0; column < table.width(); column++) {
            String header = table.cell(row, column).strip();
            if (isLabelHeader(header)) {
                current = new Block(column, new LinkedHashMap<>());
                blocks.add(current);
            } else if (sinceJanuary && PART_ALONE.matcher(Table.narrow(header)).find()) {
                warnings.add(Refusal.of("STATEMENT_COLUMN_LEFT_OUT").at("file").with("sheet", table.name()).with("column", header));
            } else if (current != null && !header.isEmpty()) {
                addPeriod(current, column, header, report, problems);
            }
        }
        blocks.removeIf(block -> block.columns().isEmpty());
        return new TableHeader(row, blocks, UnitReading.of(table, row, problems), problems, warnings);
    }

    private static void addPeriod(Block block, int column, String header, Optional<ImportPreview.Period> report, List<Refusal> problems) {
        Optional<ImportPreview.Period> period = PeriodHeader.absolute(header);
        if (period.isEmpty() && PeriodHeader.isRelative(header)) {
            if (report.isEmpty()) {
                problems.add(Refusal.of("STATEMENT_DATE_MISSING").at("file").with("column", header));
                return;
            }
            period = PeriodHeader.relative(header, report.get());
        }
        if (period.isEmpty() && looksLikeYear(header)) {
            problems.add(Refusal.of("STATEMENT_PERIOD_UNKNOWN").at("file").with("column", header));
        }
        period.ifPresent(found -> {
            block.columns().values().stream().filter(known -> known.periodEnd().equals(found.periodEnd()) && known.months() == found.months())
                    .findFirst().ifPresent(known -> problems.add(Refusal.of("STATEMENT_PERIOD_TWICE").at("file")
                            .with("column", header).with("otherColumn", known.header()).with("periodEnd", found.periodEnd())));
            block.columns().put(column, found);
        });
    }

    private static int headerRow(Table table) {
        for (int row = 0; row < Math.min(SEARCHED_ROWS, table.rows().size()); row++) {
            boolean labels = false;
            boolean periods = false;
            for (int column = 0; column < table.width(); column++) {
                String cell = table.cell(row, column);
                labels |= isLabelHeader(cell);
                periods |= labels && !isLabelHeader(cell) && (looksLikeYear(cell) || PeriodHeader.isRelative(cell));
            }
            if (labels && periods) {
                return row;
            }
        }
        return -1;
    }

    private static boolean looksLikeYear(String cell) {
        return Table.narrow(cell).matches(".*(?:19|20)[0-9]{2}.*");
    }

    private static boolean isLabelHeader(String cell) {
        return LABEL_HEADERS.contains(UNIT_BESIDE.matcher(Table.narrow(cell)).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    /** The date the report is for, as its title says. */
    private static Optional<ImportPreview.Period> reportPeriod(Table table, int headerRow) {
        for (int row = 0; row <= headerRow; row++) {
            for (String cell : table.rows().get(row)) {
                Optional<ImportPreview.Period> period = PeriodHeader.absolute(cell);
                if (period.isPresent()) {
                    return period;
                }
            }
        }
        return PeriodHeader.absolute(table.name());
    }
}
