package io.shouxin.workflow.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cases of a log are replayed; the same log and numbers give the same cases. */
final class ReplaySample {

    private ReplaySample() {
    }

    /** All routes with their cases, those most taken first. */
    static Map<LoggedRoute, List<MappedCase>> byRoute(Collection<MappedCase> all) {
        Map<LoggedRoute, List<MappedCase>> grouped = all.stream()
                .collect(Collectors.groupingBy(MappedCase::route, LinkedHashMap::new, Collectors.toList()));
        Map<LoggedRoute, List<MappedCase>> ordered = new LinkedHashMap<>();
        grouped.entrySet().stream().sorted(Comparator.comparing((Map.Entry<LoggedRoute, List<MappedCase>> entry) -> -entry.getValue().size())
                .thenComparing(entry -> entry.getKey().toString())).forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /**
     * The first case of every route, and beside them every so-manieth of all others in the order of the routes, which gives each route
     * its share.
     *
     * @param beside how many beside the first of each route
     */
    static List<MappedCase> of(Collection<List<MappedCase>> routes, int beside) {
        Set<MappedCase> chosen = new LinkedHashSet<>();
        routes.forEach(cases -> chosen.add(cases.get(0)));
        List<MappedCase> others = routes.stream().flatMap(cases -> cases.stream().skip(1)).toList();
        int wanted = Math.min(beside, others.size());
        for (long i = 0; i < wanted; i++) {
            chosen.add(others.get((int) (i * others.size() / wanted)));
        }
        return new ArrayList<>(chosen);
    }
}
