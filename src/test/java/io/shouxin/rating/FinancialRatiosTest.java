package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinancialRatiosTest {

    @ParameterizedTest
    @CsvSource({
        "assetLiabilityRatio, 0.500000, 0.540000",     // 5.00 / 10.00;  4.86 / 9.00
        "currentRatio, 1.500000, 1.388889",            // 6.00 / 4.00;  5.00 / 3.60
        "quickRatio, 1.125000, 1.027778",              // (6.00 - 1.50) / 4.00;  (5.00 - 1.30) / 3.60
        "cashRatio, 0.225000, 0.194444",               // 0.90 / 4.00;  0.70 / 3.60
        "interestCover, 5.500000, 5.000000",           // (0.90 + 0.20) / 0.20;  (0.72 + 0.18) / 0.18
        "grossMargin, 0.250000, 0.240000",             // (12.00 - 9.00) / 12.00;  (10.00 - 7.60) / 10.00
        "netMargin, 0.056250, 0.054000",               // 0.675 / 12.00;  0.54 / 10.00
        "roa, 0.071053, 0.060000",                     // 0.675 / ((9 + 10) / 2);  0.54 / 9.00, no opening balance
        "roe, 0.147702, 0.130435",                     // 0.675 / ((4.14 + 5.00) / 2);  0.54 / 4.14
        "receivableDays, 33.5, 36.5",                  // 365 x 1.10 / 12.00;  365 x 1.00 / 10.00
        "inventoryDays, 56.8, 62.4",                   // 365 x 1.40 / 9.00;  365 x 1.30 / 7.60
        "payableDays, 30.4, 33.6",                     // 365 x 0.75 / 9.00;  365 x 0.70 / 7.60
        "assetTurnover, 1.263158, 1.111111",           // 12.00 / 9.50;  10.00 / 9.00
        "revenueGrowth, 0.200000,",                    // (12.00 - 10.00) / 10.00;  no year before
        "profitGrowth, 0.250000,",                     // (0.675 - 0.54) / 0.54
        "assetGrowth, 0.111111,",                      // (10.00 - 9.00) / 9.00
        "ocfToCurrentLiabilities, 0.200000, 0.138889", // 0.80 / 4.00;  0.50 / 3.60
        "ocfToNetProfit, 1.185185, 0.925926",          // 0.80 / 0.675;  0.50 / 0.54
        "ocfToRevenue, 0.066667, 0.050000"})           // 0.80 / 12.00;  0.50 / 10.00
    void agreesWithTheFirmWorkedOutByHand(String code, BigDecimal value, BigDecimal yearBefore) {
        Ratio ratio = ratios(OnFile.soundFirm()).get(code);
        assertThat(ratio.value()).contains(value);
        assertThat(ratio.previous()).isEqualTo(Optional.ofNullable(yearBefore));
    }

    @Test
    void knowsThirtySixRatiosInFiveDimensions() {
        Map<String, Ratio> ratios = ratios(OnFile.soundFirm());
        assertThat(ratios).hasSize(36);
        assertThat(ratios.values().stream().map(Ratio::dimension)).contains(Ratio.Dimension.values());
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_ASSETS, 0, assetLiabilityRatio",
        "TOTAL_CURRENT_LIABILITIES, 0, currentRatio",
        "INTEREST_EXPENSES, 0, interestCover",
        "INTEREST_EXPENSES, -3000, interestCover",
        "REVENUE, 0, netMargin",
        "TOTAL_EQUITY, -9000000, roe",
        "NET_PROFIT, -1, ocfToNetProfit",
        "INVENTORY,, quickRatio",
        "COST_OF_SALES,, inventoryDays",
        "NET_OPERATING_CASH_FLOW,, ocfToRevenue"})
    void leavesARatioUndefinedWithoutAPartOrAPositiveDivisor(StatementItem item, String amount, String code) {
        List<StatementView> statements = List.of(OnFile.with(OnFile.year2025(), item, amount), OnFile.year2024());
        assertThat(ratios(statements).get(code).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_ASSETS, 0, assetLiabilityRatio, ZERO_DIVISOR",
        "TOTAL_EQUITY, -9000000, roe, NEGATIVE_DIVISOR",
        "INTEREST_EXPENSES, -3000, interestCover, NEGATIVE_DIVISOR",
        "INVENTORY,, quickRatio, ITEM_MISSING",
        "SHORT_TERM_BORROWINGS,, debtToEbitda, ITEM_MISSING"})
    void saysWhyARatioIsUndefined(StatementItem item, String amount, String code, RatioYear.Undefined why) {
        List<StatementView> statements = List.of(OnFile.with(OnFile.year2025(), item, amount), OnFile.year2024());
        RatioYear newest = ratios(statements).get(code).years().get(0);
        assertThat(newest.value()).isEmpty();
        assertThat(newest.undefined()).isEqualTo(why);
    }

    @Test
    void saysThatGrowthNeedsTheYearBefore() {
        Ratio growth = ratios(List.of(OnFile.year2025())).get("revenueGrowth");
        assertThat(growth.years()).singleElement().satisfies(year -> {
            assertThat(year.undefined()).isEqualTo(RatioYear.Undefined.PERIOD_MISSING);
            assertThat(year.parts()).isEmpty();
        });
    }

    /** Whoever reads the parts can work out the value again. */
    @Test
    void givesWithEveryValueThePartsItCanBeWorkedOutFrom() {
        int checked = 0;
        for (Ratio ratio : ratios(fullFirm()).values()) {
            for (RatioYear year : ratio.years()) {
                if (year.value().isPresent()) {
                    BigDecimal again = year.factor().multiply(sum(year, RatioPart.Side.DIVIDEND))
                            .divide(sum(year, RatioPart.Side.DIVISOR), year.value().get().scale(), RoundingMode.HALF_UP);
                    assertThat(again).as("%s %s", ratio.code(), year.periodEnd()).isEqualByComparingTo(year.value().get());
                    checked++;
                }
            }
        }
        assertThat(checked).as("values of three years").isGreaterThan(90);
    }

    @Test
    void takesOneHalfOfAnAverageFromTheYearBefore() {
        RatioYear year = ratios(OnFile.soundFirm()).get("roe").years().get(0);
        assertThat(year.parts()).extracting(RatioPart::side, RatioPart::item, part -> part.periodEnd().getYear(), RatioPart::weight)
                .containsExactly(tuple(RatioPart.Side.DIVIDEND, StatementItem.NET_PROFIT, 2025, BigDecimal.ONE),
                        tuple(RatioPart.Side.DIVISOR, StatementItem.TOTAL_EQUITY, 2025, new BigDecimal("0.5")),
                        tuple(RatioPart.Side.DIVISOR, StatementItem.TOTAL_EQUITY, 2024, new BigDecimal("0.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "salesProfitMargin, 0.072500, 0.075000, 0.056250",  // operating 0.87, total 0.90, net 0.675 / 12.00
        "quickRatio, 1.125000, 1.025000, 1.000000",         // 4.50; less prepayments 0.40; less contract assets 0.10, / 4.00
        "receivableDays, 33.5, 33.0, 36.0",                 // 365 or 360 days; closing 1.20
        "ebitdaMargin, 0.133333, 0.133333, 0.125000"})      // 0.90 + 0.20 + 0.40 + 0.10; without amortisation
    void followsTheDefinitionTheBankHasChosen(String code, BigDecimal first, BigDecimal second, BigDecimal third) {
        List<RatioDefinitions> choices = List.of(
                new RatioDefinitions(RatioDefinitions.SalesProfit.OPERATING, RatioDefinitions.QuickAssets.WITHOUT_INVENTORY, 365,
                        RatioDefinitions.Stocks.AVERAGE, RatioDefinitions.Ebitda.WITH_AMORTISATION,
                        RatioDefinitions.RetainedEarnings.UNDISTRIBUTED, "t"),
                new RatioDefinitions(RatioDefinitions.SalesProfit.TOTAL, RatioDefinitions.QuickAssets.WITHOUT_PREPAYMENTS, 360,
                        RatioDefinitions.Stocks.AVERAGE, RatioDefinitions.Ebitda.WITH_AMORTISATION,
                        RatioDefinitions.RetainedEarnings.UNDISTRIBUTED, "t"),
                new RatioDefinitions(RatioDefinitions.SalesProfit.NET, RatioDefinitions.QuickAssets.WITHOUT_PREPAYMENTS_AND_CONTRACT_ASSETS,
                        360, RatioDefinitions.Stocks.CLOSING, RatioDefinitions.Ebitda.DEPRECIATION_ONLY,
                        RatioDefinitions.RetainedEarnings.UNDISTRIBUTED, "t"));
        List<BigDecimal> expected = List.of(first, second, third);
        for (int i = 0; i < choices.size(); i++) {
            Ratio ratio = FinancialRatios.of(StatementSeries.of(fullFirm(), OnFile.TODAY), choices.get(i)).stream()
                    .filter(one -> one.code().equals(code)).findFirst().orElseThrow();
            assertThat(ratio.value()).as("%s", choices.get(i)).contains(expected.get(i));
            assertThat(ratio.definitions()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "netMargin, 400000, 540000, 675000, IMPROVING", "netMargin, 900000, 540000, 600000, WORSENING", "netMargin, 400000, 540000, 600000, MIXED",
        "netMargin, 540000, 540000, 648000, STEADY", "payableDays, 1, 1, 1, -", "profitGrowth, 400000, 540000, 675000, -"})
    void tellsTheTrendOverAllYears(String code, String first, String second, String third, Ratio.Trend trend) {
        List<StatementView> years = List.of(OnFile.with(OnFile.year2025(), StatementItem.NET_PROFIT, third),
                OnFile.with(OnFile.year2024(), StatementItem.NET_PROFIT, second),
                OnFile.with(OnFile.statement(2023, StatementStatus.FINAL, OnFile.year2024().amounts()), StatementItem.NET_PROFIT, first));
        assertThat(ratios(years).get(code).trend()).isEqualTo(Optional.ofNullable(trend));
    }

    @Test
    void hasNoGrowthFromALoss() {
        List<StatementView> statements = List.of(OnFile.year2025(), OnFile.with(OnFile.year2024(), StatementItem.NET_PROFIT, "-1"));
        assertThat(ratios(statements).get("profitGrowth").value()).isEmpty();
    }

    @Test
    void takesFinanceExpensesWhereInterestIsNotDisclosed() {
        StatementView year = OnFile.with(OnFile.with(OnFile.year2025(), StatementItem.INTEREST_EXPENSES, null),
                StatementItem.FINANCE_EXPENSES, "100000");
        assertThat(ratios(List.of(year)).get("interestCover").value()).contains(new BigDecimal("10.000000"));
    }

    @Test
    void hasNoRatiosWithoutStatements() {
        assertThat(ratios(List.of())).isEmpty();
    }

    private static BigDecimal sum(RatioYear year, RatioPart.Side side) {
        return year.parts().stream().filter(part -> part.side() == side)
                .map(part -> part.amount().map(part.weight()::multiply).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Three years in which every line of every formula is reported. */
    private static List<StatementView> fullFirm() {
        return List.of(full(OnFile.year2025()), full(OnFile.year2024()),
                full(OnFile.statement(2023, StatementStatus.FINAL, OnFile.year2024().amounts())));
    }

    private static StatementView full(StatementView year) {
        StatementView full = year;
        for (String line : List.of("PREPAYMENTS 400000", "CONTRACT_ASSETS 100000", "SHORT_TERM_BORROWINGS 1000000", "FIXED_ASSETS 3000000",
                "OPERATING_PROFIT 870000", "DEPRECIATION 400000", "AMORTISATION_OF_INTANGIBLES 100000", "CASH_FROM_SALES 13000000",
                "CAPITAL_EXPENDITURE 300000", "ADVANCES_FROM_CUSTOMERS 50000", "UNDISTRIBUTED_PROFIT 1000000")) {
            full = OnFile.with(full, StatementItem.valueOf(line.split(" ")[0]), line.split(" ")[1]);
        }
        return full;
    }

    private static Map<String, Ratio> ratios(List<StatementView> statements) {
        return FinancialRatios.of(StatementSeries.of(statements, OnFile.TODAY), OnFile.DEFINITIONS).stream()
                .collect(Collectors.toMap(Ratio::code, Function.identity()));
    }
}
