package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a statement file was understood, before anything is stored.
 *
 * @param units    unit of each sheet with figures; amounts below are already in yuan
 * @param periods  columns found
 * @param rows     one per row with a label
 * @param sheets   the statements that would be recorded
 * @param problems reasons why the file cannot be imported; empty when it can
 */
public record ImportPreview(List<Unit> units, List<Period> periods, List<Row> rows, List<StatementSheet> sheets,
                            List<Refusal> problems) {

    public ImportPreview {
        units = List.copyOf(units);
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
    }

    /** Nothing stands in the way of an import. */
    public boolean importable() {
        return problems.isEmpty() && !sheets.isEmpty();
    }

    /** The units understood, each once: 万元. */
    public String unit() {
        return units.stream().map(Unit::label).distinct().collect(Collectors.joining("、"));
    }

    /**
     * The unit of one sheet and where it was read.
     *
     * @param sheet name of the sheet
     * @param label 元, 千元, 万元 …
     * @param line  row it stands in, from 1; 0 when in the sheet's name, or nowhere
     * @param text  the cell as it is; empty when the sheet names no unit and yuan is assumed
     */
    public record Unit(String sheet, String label, int line, String text) {
    }

    /** A column: figures at the end of, or over, this period. */
    public record Period(String header, LocalDate periodEnd, int months) {
    }

    /**
     * A row of the file.
     *
     * @param line    row number in its sheet, from 1
     * @param label   as in the file
     * @param item    what it was understood as; empty for 未识别
     * @param amounts in yuan, one per column in file order; null where the cell is blank
     */
    public record Row(int line, String label, Optional<StatementItem> item, List<BigDecimal> amounts) {
        public Row {
            amounts = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(amounts));
        }
    }
}
