package io.shouxin.workflow.eventlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A small log of invented cases, as files or as what is read from them. Events are named, {@code @112} behind one says that the system did it. */
final class MadeUpLog {

    static final String CASE_COLUMNS = "case_id,reg_date,amount_req,outcome";
    static final String EVENT_COLUMNS = "case_id,seq,activity,lifecycle,timestamp,resource";
    private static final OffsetDateTime START = OffsetDateTime.parse("2011-10-01T08:00:00.000+02:00");

    private final List<String> cases = new ArrayList<>(List.of(CASE_COLUMNS));
    private final List<String> events = new ArrayList<>(List.of(EVENT_COLUMNS));

    /** @param happened events after the submission, an hour apart */
    MadeUpLog with(String id, String amount, String outcome, String happened) {
        cases.add(String.join(",", id, START.toString(), amount, outcome));
        List<LoggedEvent> all = events(happened);
        for (int i = 0; i < all.size(); i++) {
            LoggedEvent event = all.get(i);
            events.add(String.join(",", id, String.valueOf(i), event.activity().inLog(), event.transition().name(), event.at().toString(), event.resource()));
        }
        return this;
    }

    MadeUpLog withCase(String row) {
        cases.add(row);
        return this;
    }

    MadeUpLog withEvent(String row) {
        events.add(row);
        return this;
    }

    Path casesIn(Path folder) throws IOException {
        return Files.write(folder.resolve("cases.csv"), cases);
    }

    Path eventsIn(Path folder) throws IOException {
        return Files.write(folder.resolve("events.csv"), events);
    }

    static List<LoggedEvent> events(String happened) {
        List<LoggedEvent> events = new ArrayList<>();
        Stream.concat(Stream.of("A_SUBMITTED@112", "A_PARTLYSUBMITTED@112"), Arrays.stream(happened.strip().split("\\s+")).filter(name -> !name.isEmpty()))
                .forEach(name -> {
                    LoggedActivity activity = LoggedActivity.valueOf(name.replace("@112", ""));
                    events.add(new LoggedEvent(activity, activity.isWork() ? LoggedEvent.Transition.SCHEDULE : LoggedEvent.Transition.COMPLETE,
                            START.plusHours(events.size()).toInstant(), name.endsWith("@112") ? "112" : "10862"));
                });
        return events;
    }
}
