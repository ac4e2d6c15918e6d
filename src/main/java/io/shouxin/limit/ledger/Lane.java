package io.shouxin.limit.ledger;

import io.shouxin.kernel.Outcome;
import io.shouxin.limit.LedgerReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A queue of commands in which whoever finds nobody serving serves all who wait, himself included, in one transaction: alone, a
 * command waits for nobody; in a crowd, many share one commit.
 */
final class Lane {

    private static final int MOST_TOGETHER = 500;

    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean serving = new AtomicBoolean();
    private final Consumer<List<Ticket>> service;

    /** @param service answers every ticket it is given, and never throws */
    Lane(Consumer<List<Ticket>> service) {
        this.service = service;
    }

    Outcome<LedgerReceipt> carryOut(LedgerCommand command) {
        Ticket own = new Ticket(command);
        waiting.add(own);
        boolean interrupted = false;
        while (!own.isAnswered()) {
            if (serving.compareAndSet(false, true)) {
                if (own.isAnswered()) {
                    leave();
                } else {
                    serve();
                }
            } else {
                LockSupport.park(this);
                // What is under way can't be taken back: the thread learns of it afterwards.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return own.get();
    }

    private void serve() {
        List<Ticket> together = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = together.size() < MOST_TOGETHER ? waiting.poll() : null) {
            together.add(next);
        }
        try {
            service.accept(together);
        } finally {
            leave();
        }
        together.stream().filter(ticket -> ticket.owner() != Thread.currentThread()).forEach(ticket -> LockSupport.unpark(ticket.owner()));
    }

    /** The next in the queue serves from now on. */
    private void leave() {
        serving.set(false);
        Ticket next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.owner());
        }
    }
}
