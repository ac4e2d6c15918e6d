package io.shouxin.customer.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.BasisComparison;
import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementFinding;
import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementReconciliation;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import io.shouxin.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {

    private static final String BEFORE = "CASH=900 CASH_AT_END=900 UNDISTRIBUTED_PROFIT=5000 TOTAL_ASSETS=20000 REVENUE=30000";
    private static final String NOW = "CASH=1200 CASH_AT_BEGINNING=900 CASH_AT_END=1200 UNDISTRIBUTED_PROFIT=7000 NET_PROFIT=2000 TOTAL_ASSETS=24000 "
            + "ACCOUNTS_RECEIVABLE=3000";

    @Test
    void findsNothingBetweenYearsThatFit() {
        assertThat(findings(NOW, "TOTAL_ASSETS=20000 REVENUE=30000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CASH_AT_BEGINNING=1900, '', OPENING_CASH, true, 1000", "UNDISTRIBUTED_PROFIT=6500, '', PROFIT_MOVEMENT, false, -500",
        "CASH_AT_END=700, '', CLOSING_CASH_AND_BALANCE, false, -500", "NET_PROFIT=2000, TOTAL_ASSETS=19000, OPENING_BALANCE, true, -1000",
        "NET_PROFIT=2000, REVENUE=31000, OPENING_BALANCE, true, 1000",
        "RECEIVABLES_WITHIN_1_YEAR=2000 RECEIVABLES_OVER_3_YEARS=500, '', RECEIVABLE_AGEING, true, 500"})
    void namesWhatDoesNotFitAndByHowMuch(String changed, String comparatives, String rule, boolean grave, BigDecimal difference) {
        assertThat(findings(NOW + " " + changed, comparatives)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.grave()).isEqualTo(grave);
            assertThat(finding.difference()).isEqualByComparingTo(difference);
        });
    }

    @Test
    void leavesClosingCashToTheStatementItselfWhereRestrictedCashIsTold() {
        assertThat(findings(NOW + " CASH_AT_END=200 RESTRICTED_CASH=1000", "")).isEmpty();
    }

    @Test
    void listsAuditedAgainstSelfReportedFiguresItemByItem() {
        StatementReconciliation both = Reconciliation.of(List.of(view(2023, StatementBasis.AUDITED, "TOTAL_ASSETS=900 REVENUE=100 CASH=5", ""),
                view(2023, StatementBasis.SELF_REPORTED, "TOTAL_ASSETS=1000 REVENUE=100 NET_PROFIT=7", ""), view(2022, StatementBasis.AUDITED, BEFORE, "")));

        assertThat(both.comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.periodEnd()).isEqualTo(LocalDate.of(2023, 12, 31));
            assertThat(comparison.lines()).extracting(BasisComparison.Line::item)
                    .containsExactly(StatementItem.CASH, StatementItem.TOTAL_ASSETS, StatementItem.NET_PROFIT);
            assertThat(comparison.lines().get(1).difference()).isEqualByComparingTo("-100");
            assertThat(comparison.lines().get(1).share()).isEqualByComparingTo("-0.1");
            assertThat(comparison.lines().get(0).difference()).isNull();
        });
    }

    @Test
    void neverHoldsAHalfYearAgainstAFullOne() {
        StatementView halfYear = new StatementView(new CustomerId("C-2026-000001"), LocalDate.of(2023, 6, 30), 6, StatementBasis.AUDITED, "CNY",
                amounts("REVENUE=100"), StatementStatus.FINAL, List.of(), null, Instant.EPOCH, amounts("REVENUE=1"));

        assertThat(Reconciliation.of(List.of(halfYear, view(2022, StatementBasis.AUDITED, BEFORE, ""))).findings()).isEmpty();
    }

    /** Figures in thousands, so that no difference is within the rounding that is tolerated. */
    private static List<StatementFinding> findings(String now, String comparatives) {
        return Reconciliation.of(List.of(view(2023, StatementBasis.AUDITED, now, comparatives), view(2022, StatementBasis.AUDITED, BEFORE, ""))).findings();
    }

    private static StatementView view(int year, StatementBasis basis, String figures, String comparatives) {
        return new StatementView(new CustomerId("C-2026-000001"), LocalDate.of(year, 12, 31), 12, basis, "CNY", amounts(figures),
                StatementStatus.FINAL, List.of(), null, Instant.EPOCH, amounts(comparatives));
    }

    private static Map<StatementItem, BigDecimal> amounts(String figures) {
        Map<StatementItem, BigDecimal> amounts = new EnumMap<>(StatementItem.class);
        for (String figure : figures.isBlank() ? new String[0] : figures.strip().split(" ")) {
            amounts.put(StatementItem.valueOf(figure.split("=")[0]), new BigDecimal(figure.split("=")[1]));
        }
        return amounts;
    }
}
