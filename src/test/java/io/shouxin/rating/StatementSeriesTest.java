package io.shouxin.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.customer.StatementBasis;
import io.shouxin.customer.StatementStatus;
import io.shouxin.customer.StatementView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementSeriesTest {

    @Test
    void takesThreeYearsAtMostNewestFirst() {
        assertThat(years(year(2022), year(2023), year(2025), year(2024))).containsExactly(2025, 2024, 2023);
    }

    @Test
    void endsAtAHole() {
        assertThat(years(year(2025), year(2023), year(2022))).containsExactly(2025);
    }

    @Test
    void endsWhereTheCurrencyChanges() {
        assertThat(years(year(2025), statement(2024, 12, StatementBasis.AUDITED, "USD", StatementStatus.FINAL))).containsExactly(2025);
    }

    @Test
    void leavesOutDraftsUnexplainedImbalancesInterimAndFutureStatements() {
        assertThat(years(year(2026), year(2025), statement(2024, 12, StatementBasis.AUDITED, "CNY", StatementStatus.DRAFT))).containsExactly(2025);
        assertThat(years(year(2025), statement(2024, 12, StatementBasis.AUDITED, "CNY", StatementStatus.UNBALANCED))).containsExactly(2025);
        assertThat(years(year(2025), statement(2024, 9, StatementBasis.AUDITED, "CNY", StatementStatus.FINAL))).containsExactly(2025);
    }

    @Test
    void usesAnExplainedImbalance() {
        assertThat(years(year(2025), statement(2024, 12, StatementBasis.AUDITED, "CNY", StatementStatus.EXPLAINED))).containsExactly(2025, 2024);
    }

    @Test
    void prefersTheAuditedOfTwoStatementsWhicheverComesFirst() {
        StatementView own = statement(2025, 12, StatementBasis.SELF_REPORTED, "CNY", StatementStatus.FINAL);
        assertThat(StatementSeries.of(List.of(own, year(2025)), OnFile.TODAY).statements()).containsExactly(year(2025));
        assertThat(StatementSeries.of(List.of(year(2025), own), OnFile.TODAY).statements()).containsExactly(year(2025));
    }

    private static List<Integer> years(StatementView... onFile) {
        return StatementSeries.of(List.of(onFile), OnFile.TODAY).statements().stream().map(s -> s.periodEnd().getYear()).toList();
    }

    private static StatementView year(int year) {
        return statement(year, 12, StatementBasis.AUDITED, "CNY", StatementStatus.FINAL);
    }

    private static StatementView statement(int year, int months, StatementBasis basis, String currency, StatementStatus status) {
        return new StatementView(OnFile.FIRM, LocalDate.of(year, months, 1).plusMonths(1).minusDays(1), months, basis, currency, Map.of(),
                status, List.of(), null, Instant.EPOCH);
    }
}
