package io.shouxin.limit.ledger;

import io.shouxin.kernel.Outcome;
import io.shouxin.limit.LedgerReceipt;

/** A command in the queue, and the thread that waits for its answer. */
final class Ticket {

    private final LedgerCommand command;
    private final Thread owner = Thread.currentThread();
    private Outcome<LedgerReceipt> outcome;
    private RuntimeException error;
    private volatile boolean waiting = true;
    private volatile boolean answered;

    Ticket(LedgerCommand command) {
        this.command = command;
    }

    LedgerCommand command() {
        return command;
    }

    Thread owner() {
        return owner;
    }

    /** Nobody has taken it out of the queue yet. */
    boolean isWaiting() {
        return waiting;
    }

    void taken() {
        waiting = false;
    }

    boolean isAnswered() {
        return answered;
    }

    void answer(Outcome<LedgerReceipt> given) {
        outcome = given;
        answered = true;
    }

    void fail(RuntimeException failure) {
        error = failure;
        answered = true;
    }

    Outcome<LedgerReceipt> get() {
        if (error != null) {
            throw error;
        }
        return outcome;
    }
}
