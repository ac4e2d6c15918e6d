package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
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

    private static Map<String, Ratio> ratios(List<StatementView> statements) {
        return FinancialRatios.of(StatementSeries.of(statements, OnFile.TODAY), OnFile.DEFINITIONS).stream()
                .collect(Collectors.toMap(Ratio::code, Function.identity()));
    }
}
