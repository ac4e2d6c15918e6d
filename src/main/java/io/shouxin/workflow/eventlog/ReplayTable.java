package io.shouxin.workflow.eventlog;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Prints a log beside its replay. */
final class ReplayTable {

    private final PrintWriter out;
    private final EventLog log;
    private final Map<LoggedRoute, List<MappedCase>> routes;
    private final List<ReplayedCase> replayed;

    ReplayTable(PrintWriter out, EventLog log, Map<LoggedRoute, List<MappedCase>> routes, List<ReplayedCase> replayed) {
        this.out = out;
        this.log = log;
        this.routes = routes;
        this.replayed = replayed;
    }

    void print() {
        out.printf("%d cases and %d events in the log; %d cases are fit to be replayed, on %d routes%n%n", log.rows(), log.events(),
                log.cases().size(), routes.size());
        routes();
        outcomes();
        differences();
        otherwise();
        findings();
        out.flush();
    }

    private void routes() {
        Map<LoggedRoute, List<ReplayedCase>> done = replayed.stream().collect(Collectors.groupingBy(one -> one.mapped().route()));
        out.printf("%7s %9s %9s  %-9s  %-7s  %s%n", "in log", "replayed", "as logged", "ending", "differs", "route");
        routes.forEach((route, cases) -> {
            List<ReplayedCase> here = done.getOrDefault(route, List.of());
            out.printf("%7d %9d %9d  %-9s  %-7s  %s%n", cases.size(), here.size(), count(here), cases.get(0).logged().outcome(),
                    LoggedRoute.letters(cases.stream().flatMap(one -> one.differences().stream()).collect(Collectors.toCollection(TreeSet::new))),
                    route);
        });
    }

    private void outcomes() {
        out.printf("%n%-9s %7s %9s %9s %11s %14s%n", "ending", "in log", "replayed", "as logged", "median days", "90% in days");
        for (LoggedOutcome outcome : LoggedOutcome.values()) {
            List<Duration> durations = log.cases().stream().filter(one -> one.outcome() == outcome).map(LoggedCase::duration).sorted().toList();
            List<ReplayedCase> here = replayed.stream().filter(one -> one.mapped().logged().outcome() == outcome).toList();
            out.printf("%-9s %7d %9d %9d %11s %14s%n", outcome, durations.size(), here.size(), count(here), days(durations, 50), days(durations, 90));
        }
        out.printf("%-9s %7d %9d %9d%n", "all", log.cases().size(), replayed.size(), count(replayed));
    }

    private void differences() {
        List<MappedCase> all = routes.values().stream().flatMap(Collection::stream).toList();
        List<RouteDifference> met = Arrays.stream(RouteDifference.values())
                .filter(difference -> all.stream().anyMatch(one -> one.differences().contains(difference))).toList();
        if (!met.isEmpty()) {
            out.printf("%nWhere our way differs, with the cases of the log it concerns%n");
            met.forEach(difference -> out.printf("%s %6d  %s%n", difference.letter(),
                    all.stream().filter(one -> one.differences().contains(difference)).count(), difference.words()));
        }
    }

    private void otherwise() {
        List<ReplayedCase> others = replayed.stream().filter(one -> !one.asInTheLog()).toList();
        if (!others.isEmpty()) {
            out.printf("%nNot as in the log%n");
            others.forEach(one -> out.printf("case %s, %s: %s in the log, here %s%s; %s; route %s%n", one.mapped().logged().id(), one.number(),
                    one.mapped().logged().outcome(), one.status().map(Enum::name).orElse("none"),
                    one.reasons().isEmpty() ? "" : " for " + String.join(", ", one.reasons()),
                    one.trouble().isEmpty() ? "another ending" : one.trouble(), one.mapped().route()));
        }
    }

    private void findings() {
        if (!log.findings().isEmpty()) {
            out.printf("%nFindings in the log; their cases are not replayed%n");
            log.findings().forEach(finding -> out.printf("%s line %d%s: %s (%s) %s%n", finding.file(), finding.line(),
                    finding.caseId().isEmpty() ? "" : " case " + finding.caseId(), finding.kind(), finding.kind().words(), finding.text()));
        }
    }

    private static long count(List<ReplayedCase> cases) {
        return cases.stream().filter(ReplayedCase::asInTheLog).count();
    }

    /** The duration within which so many percent of the cases ended, in days with a tenth; the nearest rank. */
    private static String days(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return "-";
        }
        long tenths = sorted.get((sorted.size() * percent + 99) / 100 - 1).toMinutes() / 144;
        return tenths / 10 + "." + tenths % 10;
    }
}
