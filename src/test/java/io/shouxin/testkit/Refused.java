package io.shouxin.testkit;

import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.RefusedException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What was refused, dug out of whatever the engine wrapped it in. */
public final class Refused {

    private Refused() {
    }

    /** @return the refusals, or an error if the act was not refused */
    public static List<Refusal> refusalsOf(ThrowingCallable act) {
        try {
            act.call();
        } catch (Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof RefusedException refused) {
                    return refused.refusals();
                }
            }
            throw new AssertionError("failed, but was not refused", thrown);
        }
        throw new AssertionError("was not refused");
    }

    /** Code and field of each refusal, as {@code CODE at field}; {@code CODE} alone when it concerns the whole. */
    public static List<String> codesOf(ThrowingCallable act) {
        return refusalsOf(act).stream().map(refusal -> refusal.field().isEmpty() ? refusal.code() : refusal.code() + " at " + refusal.field())
                .toList();
    }
}
