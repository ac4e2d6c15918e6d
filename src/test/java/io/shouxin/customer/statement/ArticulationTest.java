package io.shouxin.customer.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementDifference;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticulationTest {

    private final Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);

    ArticulationTest() {
        with("TOTAL_CURRENT_ASSETS=600 TOTAL_NON_CURRENT_ASSETS=400 TOTAL_ASSETS=1000 TOTAL_CURRENT_LIABILITIES=300 "
                + "TOTAL_NON_CURRENT_LIABILITIES=100 TOTAL_LIABILITIES=400 TOTAL_EQUITY=600 TOTAL_LIABILITIES_AND_EQUITY=1000 "
                + "REVENUE=2000 COST_OF_SALES=1500 TAXES_AND_SURCHARGES=10 SELLING_EXPENSES=50 ADMINISTRATIVE_EXPENSES=100 "
                + "FINANCE_EXPENSES=40 OPERATING_PROFIT=300 NON_OPERATING_INCOME=5 NON_OPERATING_EXPENSES=15 TOTAL_PROFIT=290 "
                + "INCOME_TAX=72.5 NET_PROFIT=217.5 OPERATING_INFLOWS=2200 OPERATING_OUTFLOWS=2000 NET_OPERATING_CASH_FLOW=200 "
                + "NET_INVESTING_CASH_FLOW=-150 NET_FINANCING_CASH_FLOW=30 NET_CASH_INCREASE=80 CASH_AT_BEGINNING=20 CASH_AT_END=100");
    }

    @Test
    void findsNothingInASoundStatement() {
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_EQUITY, 590, ASSETS_EQUAL_LIABILITIES_AND_EQUITY", "TOTAL_CURRENT_ASSETS, 601, CURRENT_AND_NON_CURRENT_ASSETS",
        "TOTAL_CURRENT_LIABILITIES, 299.98, CURRENT_AND_NON_CURRENT_LIABILITIES",
        "TOTAL_LIABILITIES_AND_EQUITY, 1001, LIABILITIES_AND_EQUITY_EQUAL_ASSETS", "COST_OF_SALES, 1400, OPERATING_PROFIT",
        "NON_OPERATING_INCOME, 6, TOTAL_PROFIT", "INCOME_TAX, 72, NET_PROFIT", "OPERATING_OUTFLOWS, 1999, NET_OPERATING_CASH_FLOW",
        "NET_FINANCING_CASH_FLOW, 31, NET_CASH_INCREASE", "CASH_AT_BEGINNING, 21, CASH_RECONCILIATION"})
    void namesTheBrokenRelation(StatementItem item, BigDecimal wrong, String rule) {
        amounts.put(item, wrong);

        assertThat(differences()).extracting(StatementDifference::rule).containsExactly(rule);
    }

    @Test
    void tellsByHowMuch() {
        amounts.put(StatementItem.TOTAL_EQUITY, new BigDecimal("590"));

        assertThat(differences()).singleElement().satisfies(difference -> {
            assertThat(difference.item()).isEqualTo(StatementItem.TOTAL_ASSETS);
            assertThat(difference.expected()).isEqualByComparingTo("990");
            assertThat(difference.reported()).isEqualByComparingTo("1000");
            assertThat(difference.difference()).isEqualByComparingTo("10");
        });
    }

    @Test
    void acceptsImpairmentAsCostAndAsNegativeGain() {
        with("ASSET_IMPAIRMENT=20 OPERATING_PROFIT=280 TOTAL_PROFIT=270 NET_PROFIT=197.5");
        assertThat(differences()).isEmpty();

        with("ASSET_IMPAIRMENT=-20");
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CASH=100 ACCOUNTS_RECEIVABLE=200 INVENTORY=250 PREPAYMENTS=40|CURRENT_ASSETS_ADD_UP", "CASH=700|CURRENT_ASSETS_ADD_UP",
        "FIXED_ASSETS=200 INTANGIBLE_ASSETS=100 GOODWILL=50 DEFERRED_TAX_ASSETS=60|NON_CURRENT_ASSETS_ADD_UP",
        "SHORT_TERM_BORROWINGS=100 NOTES_PAYABLE=50 ACCOUNTS_PAYABLE=100 TAXES_PAYABLE=49|CURRENT_LIABILITIES_ADD_UP",
        "LONG_TERM_BORROWINGS=101|NON_CURRENT_LIABILITIES_ADD_UP",
        "PAID_IN_CAPITAL=300 CAPITAL_RESERVE=50 SURPLUS_RESERVE=50 UNDISTRIBUTED_PROFIT=190|EQUITY_ADDS_UP",
        "EQUITY_OF_PARENT=500 MINORITY_INTERESTS=90|EQUITY_OF_PARENT_AND_MINORITY", "NET_HEDGE_GAINS=5|OPERATING_PROFIT",
        "PROFIT_FROM_CONTINUING_OPERATIONS=200|CONTINUING_AND_DISCONTINUED", "PROFIT_OF_PARENT=200 PROFIT_OF_MINORITY=10|PROFIT_OF_PARENT_AND_MINORITY",
        "TOTAL_COMPREHENSIVE_INCOME=230 OTHER_COMPREHENSIVE_INCOME_OF_PERIOD=10|COMPREHENSIVE_INCOME",
        "CASH_FROM_SALES=2100 OTHER_OPERATING_INFLOWS=90|OPERATING_INFLOWS_ADD_UP",
        "CASH_FOR_PURCHASES=1500 CASH_FOR_EMPLOYEES=300 TAXES_PAID=190|OPERATING_OUTFLOWS_ADD_UP",
        "INVESTING_INFLOWS=50 INVESTING_OUTFLOWS=200 CASH_FROM_ASSET_DISPOSAL=60|INVESTING_INFLOWS_ADD_UP",
        "INVESTING_OUTFLOWS=200 INVESTING_INFLOWS=50 CAPITAL_EXPENDITURE=150 CASH_FOR_INVESTMENTS=40|INVESTING_OUTFLOWS_ADD_UP",
        "FINANCING_INFLOWS=130 FINANCING_OUTFLOWS=100 CASH_FROM_BORROWINGS=100 CASH_FROM_CAPITAL=20|FINANCING_INFLOWS_ADD_UP",
        "FINANCING_INFLOWS=130 FINANCING_OUTFLOWS=100 CASH_FOR_DEBT_REPAYMENT=70 CASH_FOR_DIVIDENDS_AND_INTEREST=20|FINANCING_OUTFLOWS_ADD_UP",
        "CASH=130 RESTRICTED_CASH=20|CLOSING_CASH"})
    void findsLinesThatDoNotAddUp(String figures, String rule) {
        with(figures);

        assertThat(differences()).extracting(StatementDifference::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"CASH=100 ACCOUNTS_RECEIVABLE=200 INVENTORY=250 OTHER_RECEIVABLES=50 INTEREST_RECEIVABLE=10",
        "CASH=100 ACCOUNTS_RECEIVABLE=200 INVENTORY=250 OTHER_RECEIVABLES=40 INTEREST_RECEIVABLE=10", "CASH=100 INVENTORY=300",
        "PAID_IN_CAPITAL=300 CAPITAL_RESERVE=150 TREASURY_SHARES=50 UNDISTRIBUTED_PROFIT=200",
        "PAID_IN_CAPITAL=300 CAPITAL_RESERVE=150 TREASURY_SHARES=-50 UNDISTRIBUTED_PROFIT=200", "RESEARCH_EXPENSES=30",
        "FINANCING_INFLOWS=130 FINANCING_OUTFLOWS=100 CASH_FOR_DEBT_REPAYMENT=70 CASH_FOR_INTEREST=20 CASH_FOR_PROFIT_DISTRIBUTION=10",
        "CASH=130 RESTRICTED_CASH=30", "CASH=130"})
    void acceptsWhatOneOfTheFormatsExplains(String figures) {
        with(figures);

        assertThat(differences()).isEmpty();
    }

    @Test
    void toleratesWhatTheRoundingOfTheSourceExplains() {
        amounts.put(StatementItem.TOTAL_EQUITY, new BigDecimal("700"));

        assertThat(Articulation.differencesOf(sheet(new BigDecimal("100")))).isEmpty();
        assertThat(Articulation.differencesOf(sheet(new BigDecimal("10")))).isNotEmpty();
    }

    private void with(String figures) {
        for (String figure : figures.split(" ")) {
            amounts.put(StatementItem.valueOf(figure.split("=")[0]), new BigDecimal(figure.split("=")[1]));
        }
    }

    private List<StatementDifference> differences() {
        return Articulation.differencesOf(sheet(StatementSheet.FEN));
    }

    private StatementSheet sheet(BigDecimal resolution) {
        return new StatementSheet(LocalDate.of(2023, 12, 31), 12, StatementBasis.AUDITED, "CNY", amounts, resolution);
    }
}
