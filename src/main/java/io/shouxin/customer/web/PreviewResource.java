package io.shouxin.customer.web;

import io.shouxin.customer.ImportPreview;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import io.shouxin.customer.statement.Articulation;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a statement file was understood, for a person to look over before it is imported. */
record PreviewResource(boolean importable, String unit, List<Unit> units, List<Period> periods, List<Row> rows, List<Sheet> sheets,
                       List<Problem> problems) {

    /** @param where the unit was read, in words; or that none is named and yuan is assumed */
    record Unit(String sheet, String label, int line, String text, String where) {
    }


    record Period(String header, LocalDate periodEnd, int months) {
    }

    /** @param item null for 未识别 */
    record Row(int line, String label, StatementItem item, String itemText, List<BigDecimal> amounts) {
    }

    record Sheet(LocalDate periodEnd, int months, int items, List<StatementResource.Difference> differences) {
    }

    record Problem(String code, String message, String help) {
    }

    static PreviewResource of(ImportPreview preview, Wording wording, Locale language) {
        return new PreviewResource(preview.importable(), preview.unit(),
                preview.units().stream().map(unit -> unit(unit, wording, language)).toList(),
                preview.periods().stream().map(period -> new Period(period.header(), period.periodEnd(), period.months())).toList(),
                preview.rows().stream().map(row -> row(row, wording, language)).toList(),
                preview.sheets().stream().map(sheet -> sheet(sheet, wording, language)).toList(),
                preview.problems().stream().map(problem -> problem(problem, wording, language)).toList());
    }

    private static Unit unit(ImportPreview.Unit unit, Wording wording, Locale language) {
        String where = unit.text().isEmpty() ? "NOT_NAMED" : unit.line() == 0 ? "IN_NAME" : "IN_LINE";
        return new Unit(unit.sheet(), unit.label(), unit.line(), unit.text(), wording.of("statementUnit." + where, language,
                Map.of("sheet", unit.sheet(), "unit", unit.label(), "line", String.valueOf(unit.line()), "text", unit.text())));
    }

    private static Row row(ImportPreview.Row row, Wording wording, Locale language) {
        StatementItem item = row.item().orElse(null);
        return new Row(row.line(), row.label(), item, item == null ? null : wording.of("statementItem." + item, language), row.amounts());
    }

    private static Sheet sheet(StatementSheet sheet, Wording wording, Locale language) {
        return new Sheet(sheet.periodEnd(), sheet.months(), sheet.amounts().size(), Articulation.differencesOf(sheet).stream()
                .map(found -> StatementResource.difference(found, wording, language)).toList());
    }

    private static Problem problem(Refusal problem, Wording wording, Locale language) {
        return new Problem(problem.code(), wording.of(problem, language), wording.help(problem, language));
    }
}
