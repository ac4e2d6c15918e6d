package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.workflow.eventlog.LoggedEvent.Transition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What becomes of a logged case in our process. */
class RouteMappingTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/eventlog/routes.csv", numLinesToSkip = 1, delimiter = '|', emptyValue = "")
    void eachRouteOfTheLogIsARouteOfOurs(String what, String amount, String events, LoggedOutcome outcome, String route, String differs) {
        MappedCase mapped = mapped(amount, events, outcome);

        assertThat(mapped.route()).hasToString(route);
        assertThat(LoggedRoute.letters(mapped.differences())).isEqualTo(differs == null ? "" : differs);
    }

    @Test
    void workingOnAnItemIsNoFurtherStepOfTheRoute() {
        List<LoggedEvent> events = new ArrayList<>(MadeUpLog.events("A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK W_INCOMPLETE"));
        LoggedEvent asked = events.get(events.size() - 1);
        for (Transition worked : List.of(Transition.START, Transition.COMPLETE, Transition.START, Transition.COMPLETE)) {
            events.add(new LoggedEvent(asked.activity(), worked, asked.at(), asked.resource()));
        }
        MappedCase mapped = RouteMapping.of(new LoggedCase("1", new BigDecimal("5000"), LoggedOutcome.OPEN, events));

        assertThat(mapped.route()).hasToString("apply > documents > assess > returned > approve+offer > accept > stay-open");
        assertThat(mapped.milestones()).containsEntry(Milestone.RETURNED, 1);
    }

    @Test
    void milestonesAreCountedAsTheLogHasThem() {
        MappedCase mapped = mapped("5000", "A_PREACCEPTED A_ACCEPTED O_CREATED O_CREATED O_SENT_BACK W_INCOMPLETE O_CREATED W_INCOMPLETE O_SENT_BACK"
                + " W_FRAUD A_APPROVED", LoggedOutcome.APPROVED);

        assertThat(mapped.milestones()).containsEntry(Milestone.OFFERED, 3).containsEntry(Milestone.ANSWERED, 2).containsEntry(Milestone.RETURNED, 2)
                .containsEntry(Milestone.EXAMINED, 1).containsEntry(Milestone.APPROVED, 1);
    }

    private static MappedCase mapped(String amount, String events, LoggedOutcome outcome) {
        return RouteMapping.of(new LoggedCase("1", new BigDecimal(amount), outcome, MadeUpLog.events(events)));
    }
}
