package io.shouxin.workflow.eventlog;

import io.shouxin.workflow.eventlog.LogFinding.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a log of two files, cases and events, strictly: a case with anything in it that is not understood is left out and told of, once
 * per case and kind.
 */
final class EventLogReader {

    private static final List<String> CASE_COLUMNS = List.of("case_id", "amount_req", "outcome");
    private static final List<String> CASE_COLUMNS_BESIDE = List.of("reg_date", "events", "start", "end", "duration_days", "offers_created",
            "offers_sent", "resources");
    private static final List<String> EVENT_COLUMNS = List.of("case_id", "seq", "activity", "lifecycle", "timestamp", "resource");

    private final Path casesFile;
    private final Path eventsFile;
    private final List<LogFinding> findings = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> unfit = new HashSet<>();
    private final Map<String, Row> cases = new LinkedHashMap<>();

    private EventLogReader(Path casesFile, Path eventsFile) {
        this.casesFile = casesFile;
        this.eventsFile = eventsFile;
    }

    /** @throws IOException with words for who called, when a file cannot be read or lacks a column */
    static EventLog read(Path casesFile, Path eventsFile) throws IOException {
        return new EventLogReader(casesFile, eventsFile).read();
    }

    private EventLog read() throws IOException {
        int rows = new LogTable(casesFile, CASE_COLUMNS, CASE_COLUMNS_BESIDE, findings::add).read(this::takeCase);
        int events = new LogTable(eventsFile, EVENT_COLUMNS, List.of(), findings::add).read(this::takeEvent);
        List<LoggedCase> sound = new ArrayList<>();
        cases.forEach((id, row) -> sound(id, row).ifPresent(sound::add));
        findings.sort(LogFinding.ORDER);
        return new EventLog(sound, rows, events, findings);
    }

    private void takeCase(long line, List<String> cells) {
        String id = cells.get(0);
        if (!id.matches("[0-9]{1,12}")) {
            tell(Kind.CASE_NUMBER_MALFORMED, casesFile, line, id, id);
            return;
        }
        Row row = new Row(line, cells.get(1), cells.get(2), new ArrayList<>());
        if (cases.putIfAbsent(id, row) != null) {
            tell(Kind.CASE_TWICE, casesFile, line, id, id);
        }
        if (!row.amount().matches("[1-9][0-9]{0,8}")) {
            tell(Kind.AMOUNT_MALFORMED, casesFile, line, id, row.amount());
        }
        if (Arrays.stream(LoggedOutcome.values()).map(Enum::name).noneMatch(row.outcome()::equals)) {
            tell(Kind.OUTCOME_UNKNOWN, casesFile, line, id, row.outcome());
        }
    }

    private void takeEvent(long line, List<String> cells) {
        String id = cells.get(0);
        Row row = cases.get(id);
        if (row == null) {
            tell(Kind.CASE_UNKNOWN, eventsFile, line, id, id);
            return;
        }
        Optional<LoggedActivity> activity = LoggedActivity.of(cells.get(2));
        if (activity.isEmpty()) {
            tell(Kind.ACTIVITY_UNKNOWN, eventsFile, line, id, cells.get(2));
        }
        Optional<LoggedEvent.Transition> transition = Arrays.stream(LoggedEvent.Transition.values())
                .filter(one -> one.name().equals(cells.get(3))).findFirst();
        if (transition.isEmpty()) {
            tell(Kind.TRANSITION_UNKNOWN, eventsFile, line, id, cells.get(3));
        }
        Instant at = time(cells.get(4));
        if (at == null) {
            tell(Kind.TIME_MALFORMED, eventsFile, line, id, cells.get(4));
        }
        if (!cells.get(1).equals(String.valueOf(row.events().size()))) {
            tell(Kind.SEQUENCE_BROKEN, eventsFile, line, id, cells.get(1) + " instead of " + row.events().size());
        }
        LoggedEvent before = row.events().isEmpty() ? null : row.events().get(row.events().size() - 1);
        if (before != null && before.at() != null && at != null && at.isBefore(before.at())) {
            tell(Kind.EVENTS_OUT_OF_ORDER, eventsFile, line, id, cells.get(4));
        }
        row.events().add(new LoggedEvent(activity.orElse(null), transition.orElse(null), at, cells.get(5)));
    }

    private Optional<LoggedCase> sound(String id, Row row) {
        if (row.events().isEmpty()) {
            tell(Kind.CASE_WITHOUT_EVENTS, casesFile, row.line(), id, id);
        }
        if (unfit.contains(id)) {
            return Optional.empty();
        }
        if (row.events().get(0).activity() != LoggedActivity.A_SUBMITTED) {
            tell(Kind.NOT_SUBMITTED, casesFile, row.line(), id, row.events().get(0).activity().inLog());
        }
        List<LoggedOutcome> ends = row.events().stream().map(LoggedEvent::activity).map(LoggedOutcome::endedBy).flatMap(Optional::stream)
                .distinct().toList();
        LoggedOutcome outcome = LoggedOutcome.valueOf(row.outcome());
        if (ends.size() > 1) {
            tell(Kind.ENDED_TWICE, casesFile, row.line(), id, ends.toString());
        } else if (outcome != (ends.isEmpty() ? LoggedOutcome.OPEN : ends.get(0))) {
            tell(Kind.OUTCOME_CONTRADICTED, casesFile, row.line(), id, outcome + ", events " + ends);
        }
        return unfit.contains(id) ? Optional.empty() : Optional.of(new LoggedCase(id, new BigDecimal(row.amount()), outcome, row.events()));
    }

    private void tell(Kind kind, Path file, long line, String id, String text) {
        unfit.add(id);
        if (told.add(kind + " " + id)) {
            findings.add(new LogFinding(kind, Objects.toString(file.getFileName()), line, id, text));
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** A case while it is read. */
    private record Row(long line, String amount, String outcome, List<LoggedEvent> events) {
    }
}
