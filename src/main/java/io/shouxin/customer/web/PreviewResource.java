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
                       List<Problem> problems, List<Problem> doubts, List<Problem> warnings) {

    /** @param where the unit was read, in words; or that none is named and yuan is assumed */
    record Unit(String sheet, String label, int line, String text, String where) {
    }

    record Period(String header, LocalDate periodEnd, int months, boolean comparative) {
    }

    /**
     * @param item       null when the row is left out
     * @param suggestion for an unknown label the nearest item, in words; null when none is near
     */
    record Row(String sheet, int line, String label, ImportPreview.Reading reading, String readingText, StatementItem item, String itemText,
               String suggestion, List<BigDecimal> amounts) {
    }

    record Sheet(LocalDate periodEnd, int months, int items, List<StatementResource.Difference> differences) {
    }

    record Problem(String code, String message, String help) {
    }

    static PreviewResource of(ImportPreview preview, Wording wording, Locale language) {
        return new PreviewResource(preview.importable(), preview.unit(),
                preview.units().stream().map(unit -> unit(unit, wording, language)).toList(),
                preview.periods().stream().map(period -> new Period(period.header(), period.periodEnd(), period.months(),
                        period.comparative())).toList(),
                preview.rows().stream().map(row -> row(row, wording, language)).toList(),
                preview.sheets().stream().map(sheet -> sheet(sheet, wording, language)).toList(),
                problems(preview.problems(), wording, language), problems(preview.doubts(), wording, language),
                problems(preview.warnings(), wording, language));
    }

    private static Unit unit(ImportPreview.Unit unit, Wording wording, Locale language) {
        String where = unit.text().isEmpty() ? "NOT_NAMED" : unit.line() == 0 ? "IN_NAME" : "IN_LINE";
        return new Unit(unit.sheet(), unit.label(), unit.line(), unit.text(), wording.of("statementUnit." + where, language,
                Map.of("sheet", unit.sheet(), "unit", unit.label(), "line", String.valueOf(unit.line()), "text", unit.text())));
    }

    private static Row row(ImportPreview.Row row, Wording wording, Locale language) {
        StatementItem item = row.item().orElse(null);
        return new Row(row.sheet(), row.line(), row.label(), row.reading(), wording.of("statementReading." + row.reading(), language), item,
                item == null ? null : wording.of("statementItem." + item, language),
                row.suggestion().map(near -> wording.of("statementItem." + near, language)).orElse(null), row.amounts());
    }

    private static Sheet sheet(StatementSheet sheet, Wording wording, Locale language) {
        return new Sheet(sheet.periodEnd(), sheet.months(), sheet.amounts().size(), Articulation.differencesOf(sheet).stream()
                .map(found -> StatementResource.difference(found, wording, language)).toList());
    }

    private static List<Problem> problems(List<Refusal> problems, Wording wording, Locale language) {
        return problems.stream().map(problem -> new Problem(problem.code(), wording.of(problem, language), wording.help(problem, language))).toList();
    }
}
