package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a statement file was understood, before anything is stored.
 *
 * @param units     unit of each sheet with figures; amounts below are already in yuan
 * @param periods   columns found
 * @param rows      one per row with a label
 * @param sheets    the statements that would be recorded
 * @param problems  reasons why the file cannot be imported; empty when it can
 * @param doubts    what must be confirmed before it is imported, such as a unit that looks wrong
 * @param warnings  what was left out or looks odd; worth a look, and no hindrance
 */
public record ImportPreview(List<Unit> units, List<Period> periods, List<Row> rows, List<StatementSheet> sheets,
                            List<Refusal> problems, List<Refusal> doubts, List<Refusal> warnings) {

    public ImportPreview {
        units = List.copyOf(units);
        periods = List.copyOf(periods);
        rows = List.copyOf(rows);
        sheets = List.copyOf(sheets);
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
        warnings = List.copyOf(warnings);
    }

    /** Nothing stands in the way of an import but what must be confirmed. */
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

    /**
     * A column: figures at the end of, or over, this period.
     *
     * @param comparative an opening or previous-year column (年初余额, 上期金额): how the report tells an earlier period again
     */
    public record Period(String header, LocalDate periodEnd, int months, boolean comparative) {
        public Period(String header, LocalDate periodEnd, int months) {
            this(header, periodEnd, months, false);
        }
    }

    /** How a row was understood. */
    public enum Reading {
        /** By the line's official name. */
        NAME,
        /** By an older, simplified or differently spelt name. */
        SYNONYM,
        /** No amount stands in it. */
        NO_AMOUNT,
        /** Of the cash flow's supplementary schedule, which repeats what stands elsewhere. */
        SUPPLEMENT,
        /** Told per share, so no amount of money. */
        PER_SHARE,
        /** Part of a line above, or a subtotal that is worked out from lines. */
        DETAIL,
        /** 未识别: not imported. */
        UNKNOWN;

        public boolean taken() {
            return this == NAME || this == SYNONYM;
        }
    }

    /**
     * A row of the file.
     *
     * @param sheet      name of the sheet it stands in
     * @param line       row number in its sheet, from 1
     * @param label      as in the file
     * @param item       what it was understood as; empty when it is left out
     * @param suggestion for an unknown label the item whose name is nearest to it
     * @param amounts    in yuan, one per period found in the file; null where the cell is blank
     */
    public record Row(String sheet, int line, String label, Reading reading, Optional<StatementItem> item, Optional<StatementItem> suggestion,
                      List<BigDecimal> amounts) {
        public Row {
            amounts = Collections.unmodifiableList(new ArrayList<>(amounts));
        }
    }
}
