package io.shouxin.workflow.eventlog;

import io.shouxin.kernel.BusinessClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays the cases of a real log of loan applications through the whole process and prints both beside each other. */
@Component
@Command(name = "replay-log", mixinStandardHelpOptions = true,
        description = {"Takes the cases of a log (BPI Challenge 2012) through the whole process, each by its own route, and compares how they end.",
            "Applicants are invented, days are simulated. Works in memory, or in a database without customers of its own."},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every case that was replayed went and ended as in the log", "1:a file or the database is not fit", "2:the command line is wrong",
            "3:a case went or ended otherwise, or something in the log was not understood"})
class ReplayLogCommand implements Callable<Integer> {

    private static final int TOLD_EVERY = 100;

    @Parameters(index = "0", paramLabel = "CASES", description = "cases: columns case_id, amount_req, outcome; CSV or gzip")
    private Path casesFile;

    @Parameters(index = "1", paramLabel = "EVENTS", description = "events: columns case_id, seq, activity, lifecycle, timestamp, resource; CSV or gzip")
    private Path eventsFile;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "100",
            description = "how many to replay beside the first case of every route, each route by its share (default: ${DEFAULT-VALUE})")
    private int beside;

    @Option(names = "--all", description = "replay all cases")
    private boolean all;

    @Option(names = "--routes-only", description = "print the routes and replay nothing")
    private boolean routesOnly;

    @Spec
    private CommandSpec spec;

    private final LogReplay replay;
    private final ReplayGround ground;
    private final BusinessClock clock;

    ReplayLogCommand(LogReplay replay, ReplayGround ground, BusinessClock clock) {
        this.replay = replay;
        this.ground = ground;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (beside < 0) {
            throw new ParameterException(spec.commandLine(), "--cases is zero or more.");
        }
        PrintWriter err = spec.commandLine().getErr();
        Optional<String> objection = routesOnly ? Optional.empty() : ground.objection();
        if (objection.isPresent()) {
            err.println(objection.get());
            return 1;
        }
        EventLog log;
        try {
            log = EventLogReader.read(casesFile, eventsFile);
        } catch (NoSuchFileException missing) {
            err.println(missing.getMessage() + " is not there");
            return 1;
        } catch (IOException unreadable) {
            err.println(unreadable.getMessage());
            return 1;
        }
        Map<LoggedRoute, List<MappedCase>> routes = ReplaySample.byRoute(log.cases().stream().map(RouteMapping::of).toList());
        List<MappedCase> chosen = routesOnly ? List.of() : ReplaySample.of(routes.values(), all ? Integer.MAX_VALUE : beside);
        List<ReplayedCase> replayed = replayAll(chosen, err);
        new ReplayTable(spec.commandLine().getOut(), log, routes, replayed).print();
        return log.findings().isEmpty() && replayed.stream().allMatch(ReplayedCase::asInTheLog) ? 0 : 3;
    }

    private List<ReplayedCase> replayAll(List<MappedCase> chosen, PrintWriter err) {
        List<ReplayedCase> replayed = new ArrayList<>();
        Instant start = clock.instant();
        long began = System.nanoTime();
        for (MappedCase mapped : chosen) {
            replayed.add(replay.replay(mapped, start));
            if (replayed.size() % TOLD_EVERY == 0 || replayed.size() == chosen.size()) {
                long millis = (System.nanoTime() - began) / 1_000_000;
                err.printf("%d of %d cases, %d s, %d ms a case%n", replayed.size(), chosen.size(), millis / 1000, millis / replayed.size());
                err.flush();
            }
        }
        return replayed;
    }
}
