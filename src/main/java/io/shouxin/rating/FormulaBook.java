package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.*;
import static io.shouxin.rating.FormulaTerm.less;
import static io.shouxin.rating.FormulaTerm.plus;
import static io.shouxin.rating.Ratio.Better.HIGHER;
import static io.shouxin.rating.Ratio.Better.LOWER;
import static io.shouxin.rating.Ratio.Better.NEITHER;
import static io.shouxin.rating.Ratio.Dimension.CASH_FLOW;
import static io.shouxin.rating.Ratio.Dimension.GROWTH;
import static io.shouxin.rating.Ratio.Dimension.OPERATION;
import static io.shouxin.rating.Ratio.Dimension.PROFITABILITY;
import static io.shouxin.rating.Ratio.Dimension.SOLVENCY;
import static io.shouxin.rating.Ratio.Unit.DAYS;
import static io.shouxin.rating.Ratio.Unit.FRACTION;
import static io.shouxin.rating.Ratio.Unit.TIMES;

import io.shouxin.customer.StatementItem;
import io.shouxin.rating.RatioDefinitions.Stocks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The formulas of all ratios under one set of definitions; in words they are the messages {@code ratio.CODE.formula}. */
final class FormulaBook {

    /** Interest of the year; finance expenses stand in where interest was not disclosed. */
    private static final FormulaTerm INTEREST = plus(INTEREST_EXPENSES).or(FINANCE_EXPENSES);
    private static final List<FormulaTerm> EBIT = List.of(plus(TOTAL_PROFIT), INTEREST);
    private static final List<FormulaTerm> SHORT_DEBT = Stream.of(SHORT_TERM_BORROWINGS, NOTES_PAYABLE,
            NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR).map(item -> plus(item).ifAny()).toList();
    private static final List<FormulaTerm> DEBT = Stream.of(SHORT_TERM_BORROWINGS, NON_CURRENT_LIABILITIES_DUE_WITHIN_YEAR,
            LONG_TERM_BORROWINGS, BONDS_PAYABLE, LEASE_LIABILITIES).map(item -> plus(item).ifAny()).toList();
    private static final List<FormulaTerm> ADVANCES = List.of(less(ADVANCES_FROM_CUSTOMERS).ifAny(), less(CONTRACT_LIABILITIES).ifAny());
    private static final List<FormulaTerm> COSTS = List.of(plus(COST_OF_SALES), plus(TAXES_AND_SURCHARGES).ifAny(),
            plus(SELLING_EXPENSES).ifAny(), plus(ADMINISTRATIVE_EXPENSES).ifAny(), plus(RESEARCH_EXPENSES).ifAny(),
            plus(FINANCE_EXPENSES).ifAny());

    private final RatioDefinitions choices;
    private final List<Formula> formulas = new ArrayList<>();

    private FormulaBook(RatioDefinitions choices) {
        this.choices = choices;
    }

    static List<Formula> under(RatioDefinitions choices) {
        FormulaBook book = new FormulaBook(choices);
        book.solvency();
        book.profitability();
        book.operation();
        book.growth();
        book.cashFlow();
        return List.copyOf(book.formulas);
    }

    /** The four terms of Altman's Z″, X1 to X4. */
    static List<Formula> altman(RatioDefinitions choices) {
        List<FormulaTerm> retained = choices.retainedEarnings().items().stream()
                .map(item -> item == UNDISTRIBUTED_PROFIT ? plus(item) : plus(item).ifAny()).toList();
        List<FormulaTerm> assets = List.of(plus(TOTAL_ASSETS));
        return List.of(altman("X1", List.of(plus(TOTAL_CURRENT_ASSETS), less(TOTAL_CURRENT_LIABILITIES)), assets, Map.of()),
                altman("X2", retained, assets, Map.of("retainedEarnings", choices.retainedEarnings().name())),
                altman("X3", EBIT, assets, Map.of()),
                altman("X4", List.of(plus(TOTAL_EQUITY)), List.of(plus(TOTAL_LIABILITIES)), Map.of()));
    }

    private static Formula altman(String code, List<FormulaTerm> dividend, List<FormulaTerm> divisor, Map<String, String> definitions) {
        return new Formula(code, SOLVENCY, TIMES, HIGHER, BigDecimal.ONE, dividend, divisor, definitions);
    }

    private void solvency() {
        List<FormulaTerm> quick = with(List.of(plus(TOTAL_CURRENT_ASSETS), less(INVENTORY)),
                choices.quickAssets().takenOff().stream().map(item -> less(item).ifAny()).toList());
        List<FormulaTerm> currentDebts = List.of(plus(TOTAL_CURRENT_LIABILITIES));
        add("assetLiabilityRatio", SOLVENCY, FRACTION, LOWER, List.of(plus(TOTAL_LIABILITIES)), List.of(plus(TOTAL_ASSETS)));
        add("adjustedLeverage", SOLVENCY, FRACTION, LOWER, with(List.of(plus(TOTAL_LIABILITIES)), ADVANCES),
                with(List.of(plus(TOTAL_ASSETS)), ADVANCES));
        add("debtToEquity", SOLVENCY, TIMES, LOWER, List.of(plus(TOTAL_LIABILITIES)), List.of(plus(TOTAL_EQUITY)));
        add("currentRatio", SOLVENCY, TIMES, HIGHER, List.of(plus(TOTAL_CURRENT_ASSETS)), currentDebts);
        add("quickRatio", SOLVENCY, TIMES, HIGHER, quick, currentDebts, Map.of("quickAssets", choices.quickAssets().name()));
        add("cashRatio", SOLVENCY, TIMES, HIGHER, List.of(plus(CASH)), currentDebts);
        add("cashToShortDebt", SOLVENCY, TIMES, HIGHER, List.of(plus(CASH), plus(TRADING_FINANCIAL_ASSETS).ifAny()), SHORT_DEBT);
        add("interestCover", SOLVENCY, TIMES, HIGHER, EBIT, List.of(INTEREST));
        add("ebitdaInterestCover", SOLVENCY, TIMES, HIGHER, ebitda(), List.of(INTEREST), ebitdaChoice());
        add("debtToEbitda", SOLVENCY, TIMES, LOWER, DEBT, ebitda(), ebitdaChoice());
    }

    private void profitability() {
        List<FormulaTerm> sales = List.of(plus(REVENUE));
        add("grossMargin", PROFITABILITY, FRACTION, HIGHER, List.of(plus(REVENUE), less(COST_OF_SALES)), sales);
        add("salesProfitMargin", PROFITABILITY, FRACTION, HIGHER, List.of(plus(choices.salesProfit().item())), sales,
                Map.of("salesProfit", choices.salesProfit().name()));
        add("netMargin", PROFITABILITY, FRACTION, HIGHER, List.of(plus(NET_PROFIT)), sales);
        add("costProfitRatio", PROFITABILITY, FRACTION, HIGHER, List.of(plus(TOTAL_PROFIT)), COSTS);
        add("ebitdaMargin", PROFITABILITY, FRACTION, HIGHER, ebitda(), sales, ebitdaChoice());
        compared("roa", PROFITABILITY, FRACTION, HIGHER, List.of(plus(NET_PROFIT)), List.of(stock(TOTAL_ASSETS)));
        compared("roe", PROFITABILITY, FRACTION, HIGHER, List.of(plus(NET_PROFIT)), List.of(stock(TOTAL_EQUITY)));
    }

    private void operation() {
        List<FormulaTerm> sales = List.of(plus(REVENUE));
        List<FormulaTerm> cost = List.of(plus(COST_OF_SALES));
        compared("receivableDays", OPERATION, DAYS, LOWER, List.of(stock(ACCOUNTS_RECEIVABLE)), sales);
        compared("inventoryDays", OPERATION, DAYS, LOWER, List.of(stock(INVENTORY)), cost);
        compared("payableDays", OPERATION, DAYS, NEITHER, List.of(stock(ACCOUNTS_PAYABLE)), cost);
        compared("assetTurnover", OPERATION, TIMES, HIGHER, sales, List.of(stock(TOTAL_ASSETS)));
        compared("currentAssetTurnover", OPERATION, TIMES, HIGHER, sales, List.of(stock(TOTAL_CURRENT_ASSETS)));
        compared("fixedAssetTurnover", OPERATION, TIMES, HIGHER, sales, List.of(stock(FIXED_ASSETS)));
    }

    private void growth() {
        growth("revenueGrowth", REVENUE);
        growth("profitGrowth", NET_PROFIT);
        growth("assetGrowth", TOTAL_ASSETS);
        growth("equityGrowth", TOTAL_EQUITY);
        growth("operatingCashGrowth", NET_OPERATING_CASH_FLOW);
    }

    private void growth(String code, StatementItem item) {
        add(code, GROWTH, FRACTION, HIGHER, List.of(plus(item), less(item).yearBefore()), List.of(plus(item).yearBefore()));
    }

    private void cashFlow() {
        List<FormulaTerm> operating = List.of(plus(NET_OPERATING_CASH_FLOW));
        add("ocfToCurrentLiabilities", CASH_FLOW, TIMES, HIGHER, operating, List.of(plus(TOTAL_CURRENT_LIABILITIES)));
        add("ocfToLiabilities", CASH_FLOW, TIMES, HIGHER, operating, List.of(plus(TOTAL_LIABILITIES)));
        add("ocfToDebt", CASH_FLOW, TIMES, HIGHER, operating, DEBT);
        add("ocfToInterest", CASH_FLOW, TIMES, HIGHER, operating, List.of(INTEREST));
        add("ocfToNetProfit", CASH_FLOW, TIMES, HIGHER, operating, List.of(plus(NET_PROFIT)));
        add("ocfToRevenue", CASH_FLOW, FRACTION, HIGHER, operating, List.of(plus(REVENUE)));
        add("cashFromSalesToRevenue", CASH_FLOW, FRACTION, HIGHER, List.of(plus(CASH_FROM_SALES)), List.of(plus(REVENUE)));
        add("ocfToCapitalExpenditure", CASH_FLOW, TIMES, HIGHER, operating, List.of(plus(CAPITAL_EXPENDITURE)));
    }

    private List<FormulaTerm> ebitda() {
        return with(EBIT, choices.ebitda().added().stream().map(item -> item == DEPRECIATION ? plus(item) : plus(item).ifAny()).toList());
    }

    private Map<String, String> ebitdaChoice() {
        return Map.of("ebitda", choices.ebitda().name());
    }

    private FormulaTerm stock(StatementItem item) {
        return choices.stocks() == Stocks.AVERAGE ? plus(item).mean() : plus(item);
    }

    private static List<FormulaTerm> with(List<FormulaTerm> terms, List<FormulaTerm> more) {
        return Stream.concat(terms.stream(), more.stream()).toList();
    }

    private void add(String code, Ratio.Dimension dimension, Ratio.Unit unit, Ratio.Better better, List<FormulaTerm> dividend,
            List<FormulaTerm> divisor) {
        add(code, dimension, unit, better, dividend, divisor, Map.of());
    }

    private void add(String code, Ratio.Dimension dimension, Ratio.Unit unit, Ratio.Better better, List<FormulaTerm> dividend,
            List<FormulaTerm> divisor, Map<String, String> definitions) {
        formulas.add(new Formula(code, dimension, unit, better, BigDecimal.ONE, dividend, divisor, definitions));
    }

    /** A ratio of a flow and a balance. */
    private void compared(String code, Ratio.Dimension dimension, Ratio.Unit unit, Ratio.Better better, List<FormulaTerm> dividend,
            List<FormulaTerm> divisor) {
        String stocks = choices.stocks().name();
        formulas.add(unit == DAYS
                ? new Formula(code, dimension, unit, better, choices.days(), dividend, divisor,
                        Map.of("stocks", stocks, "daysInYear", "D" + choices.daysInYear()))
                : new Formula(code, dimension, unit, better, BigDecimal.ONE, dividend, divisor, Map.of("stocks", stocks)));
    }
}
