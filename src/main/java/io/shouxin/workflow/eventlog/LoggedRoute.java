package io.shouxin.workflow.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A way from the application to an ending: the acts in their order. */
record LoggedRoute(List<RouteAct> acts) {

    LoggedRoute {
        acts = List.copyOf(acts);
    }

    boolean has(RouteAct act) {
        return acts.contains(act);
    }

    /** All acts on one line, e.g. {@code apply > documents > knocked-out}; repeated ones once with their number. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < acts.size(); i++) {
            int same = i;
            while (same + 1 < acts.size() && acts.get(same + 1) == acts.get(i)) {
                same++;
            }
            text.append(text.isEmpty() ? "" : " > ").append(acts.get(i).word()).append(same > i ? " x" + (same - i + 1) : "");
            i = same;
        }
        return text.toString();
    }

    static String letters(Collection<RouteDifference> differences) {
        return differences.stream().sorted().map(RouteDifference::letter).collect(Collectors.joining());
    }
}
