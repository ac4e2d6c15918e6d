package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.testkit.ApplicationTest;
import io.shouxin.testkit.Breakdowns;
import io.shouxin.testkit.ProcessTest;
import io.shouxin.workflow.walk.Hands;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

/** A small invented log goes through the whole application by the command. */
@ApplicationTest
@ProcessTest
class ReplayLogInApplicationTest {

    @Autowired
    private AutowireCapableBeanFactory beans;
    @Autowired
    private Breakdowns breakdowns;
    @Autowired
    private Hands hands;
    @Autowired
    private LogReplay replay;
    @Autowired
    private BusinessClock clock;
    @TempDir
    private Path folder;

    private final StringWriter table = new StringWriter();
    private final StringWriter told = new StringWriter();

    @Test
    void everyKindOfRouteEndsAsInTheLog() throws IOException {
        int exitCode = run(new MadeUpLog()
                .with("1", "5000", "DECLINED", "A_DECLINED@112")
                .with("2", "100", "DECLINED", "W_LEAD A_DECLINED")
                .with("3", "5000", "DECLINED", "W_FRAUD A_DECLINED")
                .with("4", "5000", "CANCELLED", "A_PREACCEPTED A_CANCELLED@112")
                .with("5", "5000", "CANCELLED", "A_PREACCEPTED A_ACCEPTED A_CANCELLED")
                .with("6", "5000", "CANCELLED", "A_PREACCEPTED A_ACCEPTED O_CREATED A_CANCELLED@112")
                .with("7", "5000", "CANCELLED", "A_PREACCEPTED A_ACCEPTED O_CREATED A_CANCELLED")
                .with("8", "50000", "APPROVED", "A_PREACCEPTED A_ACCEPTED O_CREATED O_CANCELLED O_CREATED O_SENT_BACK W_INCOMPLETE W_FRAUD O_CREATED O_SENT_BACK"
                        + " A_APPROVED")
                .with("9", "5000", "DECLINED", "A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK W_VALIDATE A_DECLINED")
                .with("10", "5000", "DECLINED", "A_PREACCEPTED A_ACCEPTED O_CREATED A_DECLINED")
                .with("11", "5000", "CANCELLED", "A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK A_CANCELLED@112")
                .with("12", "5000", "CANCELLED", "A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK A_CANCELLED")
                .with("13", "5000", "OPEN", "A_PREACCEPTED")
                .with("14", "5000", "OPEN", "A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK"), "--all");

        assertThat(table.toString()).doesNotContain("Not as in the log").doesNotContain("Findings");
        assertThat(exitCode).isZero();
        assertThat(rowOf("all")).containsExactly("all", "14", "14", "14");
        assertThat(rowOf("DECLINED")).startsWith("DECLINED", "5", "5", "5");
        assertThat(rowOf("OPEN")).startsWith("OPEN", "2", "2", "2");
        assertThat(table.toString()).containsPattern("1 +1 +1 +APPROVED +BD +apply > documents > assess > approve\\+offer > offer-again > revise > "
                .replace("assess > approve", "assess > added-signer > returned > approve"));
    }

    @Test
    void aCaseThatCannotGoItsWayIsALineAndTheOthersGoOn() throws IOException {
        breakdowns.at("service_issue-offer");
        int exitCode = run(new MadeUpLog()
                .with("21", "5000", "APPROVED", "A_PREACCEPTED A_ACCEPTED O_CREATED O_SENT_BACK A_APPROVED")
                .with("22", "5000", "DECLINED", "A_DECLINED@112")
                .withCase("23,2011-10-01,5000,DECLINED").withEvent("23,0,A_INVENTED,COMPLETE,2011-10-01T08:00:00.000+02:00,112"), "--all");
        breakdowns.repair();
        hands.runSteps();

        assertThat(exitCode).isEqualTo(3);
        assertThat(rowOf("all")).containsExactly("all", "2", "2", "1");
        assertThat(table.toString()).contains("Not as in the log").containsPattern("case 21, CA-.*: APPROVED in the log, here IN_APPROVAL; .*service_issue-offer");
        assertThat(table.toString()).contains("events.csv line 12 case 23: ACTIVITY_UNKNOWN").contains("A_INVENTED");
    }

    @Test
    void theSameEndingByAnotherWayIsNotAsInTheLog() {
        MappedCase refused = RouteMapping.of(new LoggedCase("41", new BigDecimal("5000"), LoggedOutcome.CANCELLED,
                MadeUpLog.events("A_PREACCEPTED A_ACCEPTED O_CREATED A_CANCELLED")));
        Map<Milestone, Integer> returned = new EnumMap<>(refused.milestones());
        returned.put(Milestone.RETURNED, 1);

        ReplayedCase missed = replay.replay(new MappedCase(refused.logged(), refused.route(), Set.of(), returned), clock.instant());
        assertThat(missed.sameEnding()).isTrue();
        assertThat(missed.asInTheLog()).isFalse();
        assertThat(missed.trouble()).isEqualTo("missed {RETURNED=0 of 1}");

        LoggedCase otherwise = new LoggedCase("42", refused.logged().amount(), LoggedOutcome.DECLINED, refused.logged().events());
        ReplayedCase ended = replay.replay(new MappedCase(otherwise, refused.route(), Set.of(), refused.milestones()), clock.instant());
        assertThat(ended.trouble()).isEmpty();
        assertThat(ended.asInTheLog()).isFalse();
    }

    @Test
    void theRoutesAreShownWithoutReplayingAnything() throws IOException {
        assertThat(run(new MadeUpLog().with("31", "5000", "DECLINED", "A_DECLINED@112"), "--routes-only")).isZero();
        assertThat(rowOf("all")).containsExactly("all", "1", "0", "0");
    }

    @Test
    void aFileThatIsNotThereAndAWrongCallAreTold() throws IOException {
        MadeUpLog log = new MadeUpLog().with("1", "5000", "DECLINED", "A_DECLINED@112");
        assertThat(execute(folder.resolve("none.csv").toString(), log.eventsIn(folder).toString())).isEqualTo(1);
        assertThat(told.toString()).contains("none.csv is not there");
        assertThat(run(log, "--cases", "-1")).isEqualTo(2);
        assertThat(execute(log.casesIn(folder).toString())).isEqualTo(2);
    }

    private int run(MadeUpLog log, String... options) throws IOException {
        String[] call = new String[options.length + 2];
        call[0] = log.casesIn(folder).toString();
        call[1] = log.eventsIn(folder).toString();
        System.arraycopy(options, 0, call, 2, options.length);
        return execute(call);
    }

    private int execute(String... call) {
        return new CommandLine(beans.createBean(ReplayLogCommand.class)).setOut(new PrintWriter(table)).setErr(new PrintWriter(told)).execute(call);
    }

    /** The words of the first line of totals that begins with this one. */
    private List<String> rowOf(String first) {
        return table.toString().lines().filter(line -> line.startsWith(first + " ")).map(line -> List.of(line.trim().split("\\s+"))).findFirst().orElseThrow();
    }
}
