package io.shouxin.rating;

import static io.shouxin.customer.StatementItem.INTEREST_EXPENSES;
import static io.shouxin.customer.StatementItem.REVENUE;
import static io.shouxin.customer.StatementItem.TOTAL_ASSETS;
import static io.shouxin.customer.StatementItem.TOTAL_EQUITY;
import static io.shouxin.customer.StatementItem.TOTAL_LIABILITIES;
import static io.shouxin.customer.StatementItem.TOTAL_PROFIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.rating.RatioYear.Undefined;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What covenants are measured by: ratios and expressions, on a year and on twelve months rolled up from an interim statement. */
class StatementFormulaTest {

    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @CsvSource({
        "assetLiabilityRatio, 0.500000",                                                        // 5.00 / 10.00
        "interestCover, 5.500000",                                                              // (0.90 + 0.20) / 0.20
        "receivableDays, 33.5",                                                                 // mean of two years
        "TOTAL_EQUITY, 5000000.000000",
        "TOTAL_LIABILITIES / TOTAL_ASSETS, 0.500000",
        "(TOTAL_EQUITY - INTANGIBLE_ASSETS? - GOODWILL?) / TOTAL_ASSETS, 0.500000",             // neither reported
        "TOTAL_LIABILITIES / 3, 1666666.666667",                                                // rounded half up
        "TOTAL_ASSETS - TOTAL_LIABILITIES - TOTAL_EQUITY, 0.000000",                            // from the left
        "TOTAL_ASSETS - (TOTAL_LIABILITIES - TOTAL_EQUITY), 10000000.000000",
        "REVENUE * 0.1 + NET_PROFIT, 1875000.000000"})                                          // 12.00 x 0.1 + 0.675
    void isWorkedOutOnAYear(String formula, BigDecimal value) {
        FormulaFigure figure = figure(formula, OnFile.soundFirm(), YEAR_END);
        assertThat(figure.value()).contains(value);
        assertThat(figure.undefined()).isNull();
        assertThat(figure.inputs()).isNotEmpty();
        assertThat(figure.statements()).startsWith("2025-12-31/12/AUDITED");
    }

    @ParameterizedTest
    @CsvSource({
        "TOTAL_ASSETS / (TOTAL_EQUITY - 5000000), ZERO_DIVISOR",
        "TOTAL_ASSETS / (TOTAL_EQUITY - 5000001), NEGATIVE_DIVISOR",
        "TOTAL_LIABILITIES - GOODWILL, ITEM_MISSING",
        "debtToEbitda, ITEM_MISSING"})
    void isUndefinedRatherThanGuessed(String formula, Undefined why) {
        FormulaFigure figure = figure(formula, OnFile.soundFirm(), YEAR_END);
        assertThat(figure.value()).isEmpty();
        assertThat(figure.undefined()).isEqualTo(why);
    }

    @Test
    void aPeriodWithoutAStatementIsUndefinedAndADraftIsNone() {
        assertThat(figure("TOTAL_ASSETS", OnFile.soundFirm(), JUNE).undefined()).isEqualTo(Undefined.PERIOD_MISSING);
        assertThat(figure("TOTAL_ASSETS", List.of(OnFile.statement(2025, StatementStatus.UNBALANCED, OnFile.year2025().amounts())), YEAR_END).undefined())
                .isEqualTo(Undefined.PERIOD_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "TOTAL_ASSET", "TOTAL_ASSETS +", "TOTAL_ASSETS TOTAL_EQUITY", "(TOTAL_ASSETS", "TOTAL_ASSETS)", "1 / 2", "GOODWILL? + 1",
        "TOTAL_ASSETS / GOODWILL?", "TOTAL_ASSETS / (GOODWILL? + INVENTORY?)", "-TOTAL_ASSETS", "TOTAL_ASSETS ^ 2", "1.2.3 * TOTAL_ASSETS", "T(java.lang.Runtime)",
        "((((((((((((((((((((((TOTAL_ASSETS))))))))))))))))))))))", "TOTAL_ASSETS * 123456789012345678901234567890"})
    void whatIsNoFormulaIsRefusedWithThePlace(String text) {
        assertThatThrownBy(() -> StatementFormula.parse(text, StatementFormula.ratios(OnFile.DEFINITIONS))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at ");
    }

    @Test
    void interimIncomeIsRolledToTwelveMonthsAndBalancesAreTakenAsTheyStand() {
        List<StatementView> onFile = Stream.concat(OnFile.soundFirm().stream(), Stream.of(half(2026, "500000", "130000", Map.of()),
                half(2025, "400000", "100000", Map.of()))).toList();
        // (0.50 + 0.90 - 0.40 + 0.13 + 0.20 - 0.10) / (0.13 + 0.20 - 0.10) = 1.23 / 0.23
        assertThat(figure("interestCover", onFile, JUNE).value()).contains(new BigDecimal("5.347826"));
        assertThat(figure("assetLiabilityRatio", onFile, JUNE).value()).contains(new BigDecimal("0.600000"));
        assertThat(figure("interestCover", onFile, JUNE).statements()).containsExactly("2026-06-30/6/SELF_REPORTED", "2025-12-31/12/AUDITED", "2025-06-30/6/SELF_REPORTED");
    }

    @Test
    void lastYearsMonthsMayComeFromTheComparativesOfTheInterimStatement() {
        List<StatementView> onFile = Stream.concat(OnFile.soundFirm().stream(), Stream.of(half(2026, "500000", "130000",
                Map.of(TOTAL_PROFIT, new BigDecimal("400000"), INTEREST_EXPENSES, new BigDecimal("100000"))))).toList();
        assertThat(figure("interestCover", onFile, JUNE).value()).contains(new BigDecimal("5.347826"));
    }

    @Test
    void anInterimStatementAloneIsNeverTakenForAYear() {
        List<StatementView> onFile = Stream.concat(OnFile.soundFirm().stream(), Stream.of(half(2026, "500000", "130000", Map.of()))).toList();
        assertThat(figure("interestCover", onFile, JUNE).undefined()).isEqualTo(Undefined.YEAR_INCOMPLETE);
        assertThat(figure("assetLiabilityRatio", onFile, JUNE).value()).contains(new BigDecimal("0.600000"));
    }

    @Test
    void ofTwoStatementsOfAPeriodTheAuditedOneCountsWhateverTheOrder() {
        StatementView told = half(2026, "500000", "130000", Map.of());
        StatementView audited = new StatementView(told.customer(), told.periodEnd(), 6, StatementBasis.AUDITED, "CNY",
                Map.of(TOTAL_ASSETS, new BigDecimal("10"), TOTAL_LIABILITIES, new BigDecimal("8")), StatementStatus.FINAL, List.of(), null, Instant.EPOCH);
        assertThat(figure("assetLiabilityRatio", List.of(told, audited), JUNE).value()).contains(new BigDecimal("0.800000"));
        assertThat(figure("assetLiabilityRatio", List.of(audited, told), JUNE).value()).contains(new BigDecimal("0.800000"));
    }

    private static StatementView half(int year, String profit, String interest, Map<StatementItem, BigDecimal> comparatives) {
        return new StatementView(OnFile.FIRM, LocalDate.of(year, 6, 30), 6, StatementBasis.SELF_REPORTED, "CNY",
                Map.of(TOTAL_ASSETS, new BigDecimal("10000000"), TOTAL_LIABILITIES, new BigDecimal("6000000"), TOTAL_EQUITY, new BigDecimal("4000000"),
                        REVENUE, new BigDecimal("6000000"), TOTAL_PROFIT, new BigDecimal(profit), INTEREST_EXPENSES, new BigDecimal(interest)),
                StatementStatus.FINAL, List.of(), null, Instant.EPOCH, comparatives);
    }

    private static FormulaFigure figure(String formula, List<StatementView> onFile, LocalDate periodEnd) {
        return StatementFormula.parse(formula, StatementFormula.ratios(OnFile.DEFINITIONS)).of(TrailingYear.of(onFile, periodEnd), OnFile.DEFINITIONS);
    }
}
