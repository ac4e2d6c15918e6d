package io.shouxin.customer.debt;

import io.shouxin.customer.DebtLine;
import io.shouxin.customer.file.Amounts;
import io.shouxin.customer.file.CurrencyWords;
import io.shouxin.customer.file.Days;
import io.shouxin.customer.file.Table;
import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Reads the rows of one sheet; what is no amount and no date is a problem with its row and column. */
final class DebtRow {

    private final Table table;
    private final Map<DebtColumn, Integer> places;
    private final BigDecimal unit;
    private final List<Refusal> problems;

    /** @param unit what one unit of the sheet's amounts is. @param problems where unreadable cells are added to */
    DebtRow(Table table, Map<DebtColumn, Integer> places, BigDecimal unit, List<Refusal> problems) {
        this.table = table;
        this.places = places;
        this.unit = unit;
        this.problems = problems;
    }

    DebtLine read(int row) {
        String contract = text(row, DebtColumn.CONTRACT);
        String drawdown = text(row, DebtColumn.DRAWDOWN);
        String written = places.containsKey(DebtColumn.CURRENCY) ? text(row, DebtColumn.CURRENCY) : "CNY";
        String currency = CurrencyWords.find(written).map(Currency::getCurrencyCode).orElse(written);
        return new DebtLine(row + 1, text(row, DebtColumn.LENDER), drawdown.isEmpty() ? contract : contract.isEmpty() ? drawdown : contract + "/" + drawdown,
                text(row, DebtColumn.PRODUCT), currency, amount(row, DebtColumn.CONTRACT_AMOUNT), amount(row, DebtColumn.BALANCE),
                date(row, DebtColumn.STARTS), date(row, DebtColumn.MATURES), amount(row, DebtColumn.MARGIN), text(row, DebtColumn.SECURED),
                text(row, DebtColumn.STATUS), text(row, DebtColumn.CLASSIFICATION));
    }

    private String text(int row, DebtColumn column) {
        return places.containsKey(column) ? table.cell(row, places.get(column)).strip() : "";
    }

    private BigDecimal amount(int row, DebtColumn column) {
        String cell = text(row, column);
        try {
            BigDecimal read = Amounts.read(cell);
            return read == null ? null : read.multiply(unit).setScale(2, RoundingMode.HALF_UP);
        } catch (NumberFormatException malformed) {
            problems.add(problem("DEBT_AMOUNT_MALFORMED", row, column, cell));
            return null;
        }
    }

    private LocalDate date(int row, DebtColumn column) {
        String cell = Table.narrow(text(row, column));
        try {
            return Days.read(cell);
        } catch (DateTimeException noSuchDay) {
            problems.add(problem("DEBT_DATE_MALFORMED", row, column, cell));
            return null;
        }
    }

    private static Refusal problem(String code, int row, DebtColumn column, String cell) {
        return Refusal.of(code).at("file").with("line", row + 1).with("column", column.zh()).with("text", Table.abridged(cell, 30));
    }
}
