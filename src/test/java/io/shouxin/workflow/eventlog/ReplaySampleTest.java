package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every route is replayed, and each by its share. */
class ReplaySampleTest {

    private final Map<LoggedRoute, List<MappedCase>> routes = ReplaySample.byRoute(cases());

    @Test
    void theRouteMostTakenStandsFirst() {
        assertThat(routes.keySet()).extracting(LoggedRoute::toString).containsExactly("apply > screened-out", "apply > withdraw", "apply > stay-open");
        assertThat(routes.values()).extracting(List::size).containsExactly(80, 19, 1);
    }

    @Test
    void withoutFurtherCasesTheFirstOfEachRouteIsTaken() {
        assertThat(numbers(ReplaySample.of(routes.values(), 0))).containsExactly("1", "81", "100");
    }

    @Test
    void furtherCasesAreSpreadOverTheRoutes() {
        List<MappedCase> chosen = ReplaySample.of(routes.values(), 10);

        assertThat(numbers(chosen)).hasSize(13).doesNotHaveDuplicates();
        assertThat(chosen).filteredOn(one -> one.route().has(RouteAct.WITHDRAW)).hasSize(2);
        assertThat(ReplaySample.of(routes.values(), 10)).isEqualTo(chosen);
    }

    @Test
    void moreThanThereAreIsAll() {
        assertThat(numbers(ReplaySample.of(routes.values(), Integer.MAX_VALUE))).hasSize(100).doesNotHaveDuplicates();
    }

    private static List<String> numbers(List<MappedCase> cases) {
        return cases.stream().map(one -> one.logged().id()).toList();
    }

    private static List<MappedCase> cases() {
        List<MappedCase> all = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            LoggedOutcome outcome = i <= 80 ? LoggedOutcome.DECLINED : i <= 99 ? LoggedOutcome.CANCELLED : LoggedOutcome.OPEN;
            String end = i <= 80 ? "A_DECLINED@112" : i <= 99 ? "A_PREACCEPTED A_CANCELLED" : "A_PREACCEPTED";
            all.add(RouteMapping.of(new LoggedCase(String.valueOf(i), new BigDecimal("5000"), outcome, MadeUpLog.events(end))));
        }
        return all;
    }
}
