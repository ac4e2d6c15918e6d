package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.testkit.RealData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real bank's log: all its cases are understood, and its most taken routes end as there; skipped where the data is absent. */
@ApplicationTest
@ProcessTest
@Tag("data")
class RealLogReplayTest {

    private static final int ROUTES = 12;

    @Autowired
    private LogReplay replay;
    @Autowired
    private BusinessClock clock;

    @Test
    void theMostTakenRoutesOfARealLogEndAsThere() throws IOException {
        EventLog log = EventLogReader.read(RealData.file("bpi2012/bpi2012_cases.csv"), RealData.file("bpi2012/bpi2012_events.csv.gz"));
        assertThat(log.findings()).isEmpty();
        assertThat(log.cases()).hasSize(log.rows()).isNotEmpty();

        Map<LoggedRoute, List<MappedCase>> routes = ReplaySample.byRoute(log.cases().stream().map(RouteMapping::of).toList());
        assertThat(routes.values().stream().limit(ROUTES).map(cases -> replay.replay(cases.get(0), clock.instant())))
                .allMatch(ReplayedCase::asInTheLog, "as in the log");
    }
}
