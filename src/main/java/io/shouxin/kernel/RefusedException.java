package io.shouxin.kernel;

import java.util.List;

/**
 * Carries refusals across a boundary that must roll back: a task completion, a REST request. Desks answer with an
 * {@link Outcome}; only the edge (form command, controller) turns it into this.
 */
public class RefusedException extends RuntimeException {

    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super("refused: " + refusals.stream().map(Refusal::code).toList());
        this.refusals = List.copyOf(refusals);
    }

    public RefusedException(Refusal refusal) {
        this(List.of(refusal));
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
