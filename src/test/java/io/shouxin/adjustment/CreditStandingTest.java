package io.shouxin.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shouxin.customer.CreditReport;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.Refusal;
import io.shouxin.rating.Grade;
import io.shouxin.rating.RatingView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of those who answer for an account the weakest counts, and what is not known of one of them is not assumed. */
class CreditStandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Test
    void theWeakestMemberOfAGroupCounts() {
        CreditStanding standing = CreditStanding.of(List.of(rated(Grade.GOOD, 10), rated(Grade.FAIR, 200)), List.of(reported(0, 5), reported(12, 40)));
        assertThat(standing.gradeCode()).isEqualTo("FAIR");
        assertThat(standing.ratedOn()).contains(TODAY.minusDays(200));
        assertThat(standing.overdueDays()).contains(12);
        assertThat(standing.reportedOn()).contains(TODAY.minusDays(40));
    }

    @Test
    void oneUnratedMemberLeavesTheGroupUnrated() {
        CreditStanding standing = CreditStanding.of(List.of(rated(Grade.GOOD, 10), Optional.empty()), List.of(reported(0, 5), Optional.empty()));
        assertThat(standing.gradeCode()).isEqualTo("UNKNOWN");
        assertThat(standing.ratedOn()).isEmpty();
        assertThat(standing.overdueDays()).isEmpty();
    }

    @Test
    void aGroupWithoutMembersIsUnknown() {
        assertThat(CreditStanding.of(List.of(), List.of()).gradeCode()).isEqualTo("UNKNOWN");
        assertThat(CreditStanding.of(List.of(), List.of()).overdueDays()).isEmpty();
    }

    @Test
    void aDefaultCountsAsOverdueThoughNothingIsDueToday() {
        CreditReport defaulted = new CreditReport(TODAY, 0, 0, 0, Money.cny("1"), Money.cny("0"), 0, true, false, "SQ", "X");
        assertThat(CreditStanding.of(List.of(rated(Grade.GOOD, 1)), List.of(Optional.of(defaulted))).overdueDays()).hasValueSatisfying(days ->
                assertThat(days).isPositive());
    }

    @Test
    void withoutReportAndRatingTheConditionsAreToBeVerifiedNotKept() {
        List<RuleCheck> checks = StandingChecks.of(CreditStanding.of(List.of(Optional.empty()), List.of(Optional.empty())), true, Optional.of(90),
                Optional.of(365), TODAY, "kind");
        assertThat(checks).extracting(RuleCheck::state).containsOnly(RuleCheck.State.TO_VERIFY);
        assertThat(checks).flatExtracting(check -> check.refusal().stream().map(Refusal::code).toList()).containsOnly("ADJUSTMENT_TO_VERIFY");
    }

    @Test
    void anAgeIsKeptOnItsLastDayAndBrokenTheDayAfter() {
        CreditStanding standing = CreditStanding.of(List.of(rated(Grade.GOOD, 365)), List.of(reported(0, 91)));
        List<RuleCheck> checks = StandingChecks.of(standing, true, Optional.of(90), Optional.of(365), TODAY, "kind");
        assertThat(checks).extracting(RuleCheck::rule).containsExactly("NO_OVERDUE", "REPORT_AGE", "RATING_AGE");
        assertThat(checks).extracting(RuleCheck::state).containsExactly(RuleCheck.State.KEPT, RuleCheck.State.BROKEN, RuleCheck.State.KEPT);
    }

    private static Optional<RatingView> rated(Grade grade, int daysAgo) {
        RatingView rating = mock(RatingView.class);
        when(rating.grade()).thenReturn(grade);
        when(rating.asOf()).thenReturn(TODAY.minusDays(daysAgo));
        return Optional.of(rating);
    }

    private static Optional<CreditReport> reported(int overdueDays, int daysAgo) {
        return Optional.of(new CreditReport(TODAY.minusDays(daysAgo), 0, 0, overdueDays, Money.cny("1"), Money.cny("0"), 0, false, false, "SQ", "X"));
    }
}
