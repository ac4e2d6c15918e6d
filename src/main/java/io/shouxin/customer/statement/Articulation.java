package io.shouxin.customer.statement;

import static io.shouxin.customer.StatementItem.*;

import io.shouxin.customer.StatementDifference;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The relations that must hold inside a statement (勾稽关系). A relation is checked when its total and at least one of its
 * parts are reported; a blank part counts as zero, as it does on paper.
 */
public final class Articulation {

    private static final BigDecimal ROUNDED_PARTS = new BigDecimal("3");

    private final StatementSheet sheet;
    private final List<StatementDifference> differences = new ArrayList<>();

    private Articulation(StatementSheet sheet) {
        this.sheet = sheet;
    }

    /** Where the sheet does not articulate by more than its rounding explains; empty when it does. */
    public static List<StatementDifference> differencesOf(StatementSheet sheet) {
        Articulation articulation = new Articulation(sheet);
        articulation.balanceSheet();
        articulation.profitChain();
        articulation.cashFlow();
        return List.copyOf(articulation.differences);
    }

    private void balanceSheet() {
        sum("ASSETS_EQUAL_LIABILITIES_AND_EQUITY", TOTAL_ASSETS, TOTAL_LIABILITIES, TOTAL_EQUITY);
        sum("CURRENT_AND_NON_CURRENT_ASSETS", TOTAL_ASSETS, TOTAL_CURRENT_ASSETS, TOTAL_NON_CURRENT_ASSETS);
        sum("CURRENT_AND_NON_CURRENT_LIABILITIES", TOTAL_LIABILITIES, TOTAL_CURRENT_LIABILITIES, TOTAL_NON_CURRENT_LIABILITIES);
        sum("LIABILITIES_AND_EQUITY_EQUAL_ASSETS", TOTAL_LIABILITIES_AND_EQUITY, TOTAL_ASSETS);
    }

    private void profitChain() {
        operatingProfit();
        if (reported(OPERATING_PROFIT)) {
            compare("TOTAL_PROFIT", TOTAL_PROFIT,
                    value(OPERATING_PROFIT).add(value(NON_OPERATING_INCOME)).subtract(value(NON_OPERATING_EXPENSES)));
        }
        if (reported(TOTAL_PROFIT)) {
            compare("NET_PROFIT", NET_PROFIT, value(TOTAL_PROFIT).subtract(value(INCOME_TAX)));
        }
    }

    /** Only where expenses are itemised. Impairment losses are entered as positive costs in older formats, as negative gains since 2019. */
    private void operatingProfit() {
        boolean itemised = reported(REVENUE) && anyReported(COST_OF_SALES)
                && anyReported(SELLING_EXPENSES, ADMINISTRATIVE_EXPENSES, FINANCE_EXPENSES);
        if (!itemised || !reported(OPERATING_PROFIT)) {
            return;
        }
        BigDecimal beforeImpairment = value(REVENUE).subtract(total(COST_OF_SALES, TAXES_AND_SURCHARGES, SELLING_EXPENSES,
                        ADMINISTRATIVE_EXPENSES, RESEARCH_EXPENSES, FINANCE_EXPENSES))
                .add(total(OTHER_INCOME, INVESTMENT_INCOME, FAIR_VALUE_GAINS, ASSET_DISPOSAL_GAINS));
        BigDecimal impairment = total(CREDIT_IMPAIRMENT, ASSET_IMPAIRMENT);
        if (!within(value(OPERATING_PROFIT).subtract(beforeImpairment.add(impairment)))) {
            compare("OPERATING_PROFIT", OPERATING_PROFIT, beforeImpairment.subtract(impairment));
        }
    }

    private void cashFlow() {
        net("NET_OPERATING_CASH_FLOW", NET_OPERATING_CASH_FLOW, OPERATING_INFLOWS, OPERATING_OUTFLOWS);
        net("NET_INVESTING_CASH_FLOW", NET_INVESTING_CASH_FLOW, INVESTING_INFLOWS, INVESTING_OUTFLOWS);
        net("NET_FINANCING_CASH_FLOW", NET_FINANCING_CASH_FLOW, FINANCING_INFLOWS, FINANCING_OUTFLOWS);
        if (reported(NET_OPERATING_CASH_FLOW) && anyReported(NET_INVESTING_CASH_FLOW, NET_FINANCING_CASH_FLOW)) {
            sum("NET_CASH_INCREASE", NET_CASH_INCREASE, NET_OPERATING_CASH_FLOW, NET_INVESTING_CASH_FLOW,
                    NET_FINANCING_CASH_FLOW, EXCHANGE_RATE_EFFECT);
        }
        if (reported(CASH_AT_BEGINNING) && reported(NET_CASH_INCREASE)) {
            sum("CASH_RECONCILIATION", CASH_AT_END, CASH_AT_BEGINNING, NET_CASH_INCREASE);
        }
    }

    private void net(String rule, StatementItem net, StatementItem inflows, StatementItem outflows) {
        if (anyReported(inflows, outflows)) {
            compare(rule, net, value(inflows).subtract(value(outflows)));
        }
    }

    private void sum(String rule, StatementItem total, StatementItem... parts) {
        if (anyReported(parts)) {
            compare(rule, total, total(parts));
        }
    }

    private void compare(String rule, StatementItem total, BigDecimal expected) {
        if (reported(total)) {
            BigDecimal difference = value(total).subtract(expected);
            if (!within(difference)) {
                differences.add(new StatementDifference(rule, total, expected, value(total), difference));
            }
        }
    }

    /** Exact in yuan; where the source had rounded, each of a few parts may be off by half a step. */
    private boolean within(BigDecimal difference) {
        BigDecimal resolution = sheet.resolution();
        BigDecimal tolerance = resolution.compareTo(StatementSheet.FEN) <= 0 ? resolution : resolution.multiply(ROUNDED_PARTS);
        return difference.abs().compareTo(tolerance) <= 0;
    }

    private BigDecimal total(StatementItem... items) {
        return Arrays.stream(items).map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal value(StatementItem item) {
        return sheet.amount(item).orElse(BigDecimal.ZERO);
    }

    private boolean reported(StatementItem item) {
        return sheet.amount(item).isPresent();
    }

    private boolean anyReported(StatementItem... items) {
        return Arrays.stream(items).anyMatch(this::reported);
    }
}
