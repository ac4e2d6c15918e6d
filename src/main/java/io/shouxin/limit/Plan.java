package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command will do: steps in the order in which they lock (reservation, then accounts root to leaf), and the
 * movements that stand in the journal.
 */
class Plan {

    /** A piece of a command; can be taken back while the transaction holds the rows it changed. */
    interface Step {

        /** @return false if it could not be taken and has changed nothing */
        boolean take();

        void takeBack();
    }

    private final List<Step> steps = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final Money amount;
    private ReservationId reservation;
    private boolean definesCeiling;

    Plan(Money amount) {
        this.amount = amount;
    }

    Plan step(Step step) {
        steps.add(step);
        return this;
    }

    Plan journal(Movement movement) {
        movements.add(movement);
        return this;
    }

    Plan about(ReservationId id) {
        reservation = id;
        return this;
    }

    /** The account had no ceiling before. */
    Plan definingCeiling(boolean first) {
        definesCeiling = first;
        return this;
    }

    boolean definesCeiling() {
        return definesCeiling;
    }

    /** Takes all steps; if one can't be taken, those before it are taken back. */
    boolean carryOut() {
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).take()) {
                takeBack(i);
                return false;
            }
        }
        return true;
    }

    void takeBack() {
        takeBack(steps.size());
    }

    private void takeBack(int taken) {
        for (int i = taken - 1; i >= 0; i--) {
            steps.get(i).takeBack();
        }
    }

    List<Movement> movements() {
        return movements;
    }

    Money amount() {
        return amount;
    }

    ReservationId reservation() {
        return reservation;
    }
}
