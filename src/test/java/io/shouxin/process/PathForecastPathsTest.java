package io.shouxin.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.approval.ConflictKind;
import io.shouxin.approval.PathForecast;
import io.shouxin.approval.Tier;
import io.shouxin.integration.PathForecasts;
import io.shouxin.kernel.PersonId;
import io.shouxin.testkit.ApplicationCase;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Bank;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is forecast before an application is handed on is the way it then goes. */
@ApplicationTest
@ProcessTest
class PathForecastPathsTest {

    @Autowired
    private Bank bank;

    @Autowired
    private PathForecasts forecasts;

    @Test
    void theCaseGoesTheWayThatWasForecast() {
        ApplicationCase file = bank.anApplication().asking("4000000").judged("ADEQUATE").assessed();
        PathForecasts.Expected expected = forecast(file);

        assertThat(expected.steps()).extracting(PathForecast.Step::tier).isEqualTo(file.approvals().get(0).tiers());
        assertThat(expected.policyVersion()).isEqualTo(file.approvals().get(0).policyVersion());
        assertThat(expected.row()).isNotEmpty();
        assertThat(expected.steps().get(0).may()).contains("manager");
    }

    @Test
    void whoStandsAsideIsNamedWithTheReason() {
        ApplicationCase file = bank.anApplication().asking("4000000").assessed();
        bank.approvals.declareConflict(file.approvals().get(0).id(), new PersonId("manager"), ConflictKind.RELATIVE, "配偶任职").orElseThrow();

        assertThat(forecast(file).steps().get(0).mayNot()).contains(new PathForecast.Barred("manager", "CONFLICT_DECLARED"));
        assertThat(forecast(file).steps().get(0).may()).doesNotContain("manager");
    }

    @Test
    void aSmallerAmountThatShortensTheWayIsOneThatDoes() {
        ApplicationCase file = bank.anApplication().asking("12000000").judged("ADEQUATE").securedBy("MORTGAGE", "厂房一处", "9000000").assessed();
        PathForecasts.Expected expected = forecast(file);
        Tier last = expected.steps().get(expected.steps().size() - 1).tier();

        assertThat(last.compareTo(Tier.CREDIT_MANAGER)).isPositive();
        assertThat(expected.shorter()).filteredOn(one -> one.lever().equals("AMOUNT")).singleElement()
                .satisfies(one -> assertThat(one.lastTier().compareTo(last)).isNegative());
    }

    @Test
    void withoutARatingNoGradeIsGuessed() {
        ApplicationCase file = bank.anApplication().asking("4000000").submitted();

        assertThat(Refused.codesOf(() -> forecast(file))).containsExactly("PATH_NEEDS_RATING");
    }

    private PathForecasts.Expected forecast(ApplicationCase file) {
        return bank.hands.as("analyst", () -> forecasts.of(file.id()));
    }
}
