package io.shouxin.workflow.people;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An invented, sound manufacturer with three consistent years of statements, for demonstration and tests: sales of 42,
 * 48 and 55 million yuan at scale one, a debt ratio near one third, positive operating cash flow.
 */
public final class SampleFirm {

    private SampleFirm() {
    }

    /**
     * @param lastYear year of the newest statements
     * @param scale    1 for a firm with sales of 55 million yuan; 10 for one ten times as large
     */
    public static List<StatementSheet> statements(int lastYear, int scale) {
        return List.of(
                year(lastYear - 2, scale, new int[] {4200, 380, 600, 540, 80, 1750, 180, 520, 450, 50, 55, 400, 1500, 330, 260}),
                year(lastYear - 1, scale, new int[] {4800, 480, 690, 590, 85, 1830, 190, 510, 480, 55, 60, 350, 1500, 440, 380}),
                year(lastYear, scale, new int[] {5500, 620, 780, 640, 90, 1900, 200, 500, 520, 60, 70, 300, 1500, 560, 480}));
    }

    /** @param figures ten thousands of yuan, in the order they are read below */
    private static StatementSheet year(int year, int scale, int[] figures) {
        Map<StatementItem, BigDecimal> sheet = new EnumMap<>(StatementItem.class);
        long unit = 10_000L * scale;
        long revenue = figures[0] * unit;
        long cash = figures[1] * unit;
        balanceSheet(sheet, unit, figures);
        incomeStatement(sheet, revenue, unit);
        long operating = figures[13] * unit;
        long cashBefore = figures[14] * unit;
        long invested = 250 * unit;
        long financing = cash - cashBefore - operating + invested;
        put(sheet, NET_OPERATING_CASH_FLOW, operating);
        put(sheet, NET_INVESTING_CASH_FLOW, -invested);
        put(sheet, NET_FINANCING_CASH_FLOW, financing);
        put(sheet, NET_CASH_INCREASE, cash - cashBefore);
        put(sheet, CASH_AT_BEGINNING, cashBefore);
        put(sheet, CASH_AT_END, cash);
        return new StatementSheet(LocalDate.of(year, 12, 31), 12, StatementBasis.AUDITED, "CNY", sheet, StatementSheet.FEN);
    }

    private static void balanceSheet(Map<StatementItem, BigDecimal> sheet, long unit, int[] figures) {
        long current = (figures[1] + figures[2] + figures[3] + figures[4]) * unit;
        long fixed = (figures[5] + figures[6]) * unit;
        long currentDebt = (figures[7] + figures[8] + figures[9] + figures[10]) * unit;
        long longDebt = figures[11] * unit;
        long equity = current + fixed - currentDebt - longDebt;
        put(sheet, CASH, figures[1] * unit);
        put(sheet, ACCOUNTS_RECEIVABLE, figures[2] * unit);
        put(sheet, INVENTORY, figures[3] * unit);
        put(sheet, PREPAYMENTS, figures[4] * unit);
        put(sheet, TOTAL_CURRENT_ASSETS, current);
        put(sheet, FIXED_ASSETS, figures[5] * unit);
        put(sheet, INTANGIBLE_ASSETS, figures[6] * unit);
        put(sheet, TOTAL_NON_CURRENT_ASSETS, fixed);
        put(sheet, TOTAL_ASSETS, current + fixed);
        put(sheet, SHORT_TERM_BORROWINGS, figures[7] * unit);
        put(sheet, ACCOUNTS_PAYABLE, figures[8] * unit);
        put(sheet, ADVANCES_FROM_CUSTOMERS, figures[9] * unit);
        put(sheet, TAXES_PAYABLE, figures[10] * unit);
        put(sheet, TOTAL_CURRENT_LIABILITIES, currentDebt);
        put(sheet, LONG_TERM_BORROWINGS, longDebt);
        put(sheet, TOTAL_NON_CURRENT_LIABILITIES, longDebt);
        put(sheet, TOTAL_LIABILITIES, currentDebt + longDebt);
        put(sheet, PAID_IN_CAPITAL, figures[12] * unit);
        put(sheet, UNDISTRIBUTED_PROFIT, equity - figures[12] * unit);
        put(sheet, TOTAL_EQUITY, equity);
        put(sheet, TOTAL_LIABILITIES_AND_EQUITY, current + fixed);
    }

    private static void incomeStatement(Map<StatementItem, BigDecimal> sheet, long revenue, long unit) {
        long cost = revenue / 100 * 76;
        long taxes = revenue / 100;
        long selling = revenue / 100 * 4;
        long administration = revenue / 100 * 6;
        long research = revenue / 100 * 3;
        long interest = 40 * unit;
        long profit = revenue - cost - taxes - selling - administration - research - interest;
        long tax = profit / 4;
        put(sheet, REVENUE, revenue);
        put(sheet, COST_OF_SALES, cost);
        put(sheet, TAXES_AND_SURCHARGES, taxes);
        put(sheet, SELLING_EXPENSES, selling);
        put(sheet, ADMINISTRATIVE_EXPENSES, administration);
        put(sheet, RESEARCH_EXPENSES, research);
        put(sheet, FINANCE_EXPENSES, interest);
        put(sheet, INTEREST_EXPENSES, interest);
        put(sheet, OPERATING_PROFIT, profit);
        put(sheet, TOTAL_PROFIT, profit);
        put(sheet, INCOME_TAX, tax);
        put(sheet, NET_PROFIT, profit - tax);
    }

    private static void put(Map<StatementItem, BigDecimal> sheet, StatementItem item, long yuan) {
        sheet.put(item, BigDecimal.valueOf(yuan));
    }
}
