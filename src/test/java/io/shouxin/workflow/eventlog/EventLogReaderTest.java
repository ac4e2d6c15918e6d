package io.shouxin.workflow.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.workflow.eventlog.LogFinding.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log is read strictly: what is not understood is told, and its case left out. */
class EventLogReaderTest {

    private static final String AT = "2011-10-01T08:00:00.000+02:00";

    @TempDir
    private Path folder;

    @Test
    void readsPlainAndPackedFilesAlike() throws IOException {
        MadeUpLog made = new MadeUpLog().with("1", "5000", "DECLINED", "A_DECLINED@112").with("2", "100", "OPEN", "W_LEAD");
        Path packed = folder.resolve("events.csv.gz");
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(made.eventsIn(folder), zip);
        }
        EventLog log = EventLogReader.read(made.casesIn(folder), packed);

        assertThat(log).isEqualTo(EventLogReader.read(made.casesIn(folder), made.eventsIn(folder)));
        assertThat(log.findings()).isEmpty();
        assertThat(log.rows()).isEqualTo(2);
        assertThat(log.events()).isEqualTo(6);
        assertThat(log.cases()).extracting(LoggedCase::id).containsExactly("1", "2");
        assertThat(log.cases().get(0).events()).extracting(LoggedEvent::activity)
                .containsExactly(LoggedActivity.A_SUBMITTED, LoggedActivity.A_PARTLYSUBMITTED, LoggedActivity.A_DECLINED);
        assertThat(log.cases().get(0).duration()).hasHours(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "CASE_NUMBER_MALFORMED | x1 | 5000 | DECLINED | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "CASE_NUMBER_MALFORMED | 1234567890123 | 5000 | DECLINED | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "AMOUNT_MALFORMED | 9 | 0 | OPEN | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "AMOUNT_MALFORMED | 9 | -5 | OPEN | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "AMOUNT_MALFORMED | 9 | 12.5 | OPEN | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "AMOUNT_MALFORMED | 9 | 1234567890 | OPEN | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "AMOUNT_MALFORMED | 9 | NaN | OPEN | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "OUTCOME_UNKNOWN | 9 | 5000 | LOST | A_SUBMITTED | COMPLETE | 0 | " + AT,
        "ACTIVITY_UNKNOWN | 9 | 5000 | OPEN | A_FORGOTTEN | COMPLETE | 0 | " + AT,
        "TRANSITION_UNKNOWN | 9 | 5000 | OPEN | A_SUBMITTED | SUSPEND | 0 | " + AT,
        "TIME_MALFORMED | 9 | 5000 | OPEN | A_SUBMITTED | COMPLETE | 0 | yesterday",
        "TIME_MALFORMED | 9 | 5000 | OPEN | A_SUBMITTED | COMPLETE | 0 | 2011-10-01",
        "SEQUENCE_BROKEN | 9 | 5000 | OPEN | A_SUBMITTED | COMPLETE | 1 | " + AT,
        "NOT_SUBMITTED | 9 | 5000 | OPEN | A_PREACCEPTED | COMPLETE | 0 | " + AT,
        "OUTCOME_CONTRADICTED | 9 | 5000 | APPROVED | A_SUBMITTED | COMPLETE | 0 | " + AT})
    void tellsWhatIsNotUnderstoodAndLeavesTheCaseOut(Kind kind, String id, String amount, String outcome, String activity, String transition,
            String sequence, String at) throws IOException {
        EventLog log = read(sound().withCase(String.join(",", id, AT, amount, outcome))
                .withEvent(String.join(",", id, sequence, activity, transition, at, "112")));

        assertThat(log.findings()).extracting(LogFinding::kind).contains(kind);
        assertThat(log.findings()).filteredOn(finding -> finding.kind() == kind).first().extracting(LogFinding::caseId).isEqualTo(id);
        assertThat(log.cases()).extracting(LoggedCase::id).containsExactly("1");
    }

    @Test
    void tellsOfAnEventEarlierThanTheOneBeforeIt() throws IOException {
        EventLog log = read(sound().withCase("9," + AT + ",5000,OPEN").withEvent("9,0,A_SUBMITTED,COMPLETE," + AT + ",112")
                .withEvent("9,1,A_PARTLYSUBMITTED,COMPLETE,2011-10-01T07:59:59.999+02:00,112"));

        assertThat(log.findings()).singleElement().isEqualTo(new LogFinding(Kind.EVENTS_OUT_OF_ORDER, "events.csv", 6, "9", "2011-10-01T07:59:59.999+02:00"));
    }

    @Test
    void timesOfOtherZonesAreComparedAsPointsInTime() throws IOException {
        EventLog log = read(sound().withCase("9," + AT + ",5000,OPEN").withEvent("9,0,A_SUBMITTED,COMPLETE,2011-10-30T02:30:00.000+02:00,112")
                .withEvent("9,1,A_PARTLYSUBMITTED,COMPLETE,2011-10-30T02:10:00.000+01:00,112"));

        assertThat(log.findings()).isEmpty();
    }

    @Test
    void tellsOfCasesWithoutEventsOfEventsWithoutCasesAndOfCasesTwice() throws IOException {
        EventLog log = read(sound().withCase("7," + AT + ",5000,OPEN").withCase("1," + AT + ",6000,OPEN").withEvent("8,0,A_SUBMITTED,COMPLETE," + AT + ",112")
                .withEvent("8,1,A_PARTLYSUBMITTED,COMPLETE," + AT + ",112"));

        assertThat(log.findings()).extracting(LogFinding::kind).containsExactly(Kind.CASE_TWICE, Kind.CASE_UNKNOWN, Kind.CASE_WITHOUT_EVENTS);
        assertThat(log.cases()).isEmpty();
    }

    @Test
    void tellsOfACaseThatEndedInTwoWays() throws IOException {
        EventLog log = read(sound().with("9", "5000", "DECLINED", "A_DECLINED A_CANCELLED"));

        assertThat(log.findings()).singleElement().extracting(LogFinding::kind).isEqualTo(Kind.ENDED_TWICE);
    }

    @Test
    void tellsOfAColumnItDoesNotKnowAndOfARowThatDoesNotFit() throws IOException {
        Path cases = Files.write(folder.resolve("cases.csv"), List.of("case_id,amount_req,outcome,colour", "1,5000,DECLINED,red", "2,5000"));
        EventLog log = EventLogReader.read(cases, sound().eventsIn(folder));

        assertThat(log.findings()).extracting(LogFinding::kind).containsExactly(Kind.COLUMN_UNKNOWN, Kind.ROW_INCOMPLETE);
        assertThat(log.findings().get(1).line()).isEqualTo(3);
        assertThat(log.cases()).hasSize(1);
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        Path cases = Files.write(folder.resolve("cases.csv"), List.of("outcome,case_id,amount_req", "DECLINED,1,5000"));

        assertThat(EventLogReader.read(cases, sound().eventsIn(folder)).cases()).hasSize(1);
    }

    @Test
    void whatIsNoSuchTableIsRefusedAsAWhole() throws IOException {
        Path events = sound().eventsIn(folder);
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        Path twice = Files.write(folder.resolve("twice.csv"), List.of("case_id,amount_req,outcome,outcome", "1,5000,DECLINED,DECLINED"));
        Path broken = Files.write(folder.resolve("broken.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        Path unclosed = Files.write(folder.resolve("unclosed.csv"), List.of("case_id,amount_req,outcome", "1,\"5000,DECLINED"));
        Path endless = Files.writeString(folder.resolve("endless.csv"), "case_id,amount_req,outcome\n" + "1".repeat(200_000));

        assertThatThrownBy(() -> EventLogReader.read(endless, events)).isInstanceOf(IOException.class).hasMessageContaining("line longer than");
        assertThatThrownBy(() -> EventLogReader.read(events, events)).isInstanceOf(IOException.class).hasMessageContaining("no column amount_req, outcome");
        assertThatThrownBy(() -> EventLogReader.read(empty, events)).isInstanceOf(IOException.class).hasMessageContaining("no column case_id");
        assertThatThrownBy(() -> EventLogReader.read(twice, events)).isInstanceOf(IOException.class).hasMessageContaining("a column twice");
        assertThatThrownBy(() -> EventLogReader.read(broken, events)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> EventLogReader.read(unclosed, events)).isInstanceOf(IOException.class).hasMessageContaining("broken");
        assertThatThrownBy(() -> EventLogReader.read(folder.resolve("none.csv"), events)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatAFindingQuotesIsShortAndOnOneLine() {
        assertThat(new LogFinding(Kind.TIME_MALFORMED, "f", 1, "1", "a\u001b[2Jb\n" + "x".repeat(100)).text()).hasSize(61).doesNotContain("\u001b", "\n");
    }

    private static MadeUpLog sound() {
        return new MadeUpLog().with("1", "5000", "DECLINED", "A_DECLINED");
    }

    private EventLog read(MadeUpLog log) throws IOException {
        return EventLogReader.read(log.casesIn(folder), log.eventsIn(folder));
    }
}
