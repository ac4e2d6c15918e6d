package io.shouxin.workflow.security;

import io.shouxin.kernel.Refusal;
import java.util.List;

/** Remembers, for one request, what a form command refused, because the engine's REST layer keeps only a text of it. */
public final class RefusalSeen {

    private static final ThreadLocal<List<Refusal>> SEEN = new ThreadLocal<>();

    private RefusalSeen() {
    }

    public static void note(List<Refusal> refusals) {
        SEEN.set(List.copyOf(refusals));
    }

    static List<Refusal> refusals() {
        List<Refusal> seen = SEEN.get();
        return seen == null ? List.of() : seen;
    }

    static void forget() {
        SEEN.remove();
    }
}
