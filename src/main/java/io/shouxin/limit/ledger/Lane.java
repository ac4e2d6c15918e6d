package io.shouxin.limit.ledger;

import io.shouxin.kernel.Outcome;
import io.shouxin.limit.LedgerReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * A queue of commands in which whoever finds nobody serving serves all who wait, himself included, in one transaction: alone, a
 * command waits for nobody; in a crowd, many share one commit.
 */
final class Lane {

    /** So many batches of a lane are under way at once: one being committed, one being written, one being worked out. */
    static final int BATCHES_AT_ONCE = 3;

    private static final int MOST_TOGETHER = 500;

    /** A batch of so many is worth its round trips to the database. */
    private static final int ENOUGH_TOGETHER = 32;

    private final ConcurrentLinkedQueue<Ticket> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger howManyWait = new AtomicInteger();
    private final AtomicInteger howManyUnderWay = new AtomicInteger();
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE);
    private final AtomicBoolean beginning = new AtomicBoolean();
    private final BiConsumer<List<Ticket>, Turn> service;
    private volatile Turn last = Turn.NONE;

    /** @param service answers every ticket it is given, and never throws */
    Lane(BiConsumer<List<Ticket>, Turn> service) {
        this.service = service;
    }

    Outcome<LedgerReceipt> carryOut(LedgerCommand command) {
        Ticket own = new Ticket(command);
        waiting.add(own);
        howManyWait.incrementAndGet();
        boolean interrupted = false;
        while (!own.isAnswered()) {
            if (own.isWaiting() && begin()) {
                serve();
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

    /** Few don't begin while many are under way: they would soon be more, and share the same round trips. Whoever ends wakes them. */
    private boolean begin() {
        if (howManyWait.get() < Math.min(howManyUnderWay.get(), ENOUGH_TOGETHER) || !batches.tryAcquire()) {
            return false;
        }
        if (beginning.compareAndSet(false, true)) {
            return true;
        }
        batches.release();
        return false;
    }

    private void serve() {
        AtomicBoolean letOn = new AtomicBoolean();
        Runnable letNextBegin = () -> {
            if (letOn.compareAndSet(false, true)) {
                beginning.set(false);
                wakeFirst();
            }
        };
        Turn turn = last.next(letNextBegin);
        last = turn;
        List<Ticket> together = new ArrayList<>();
        for (Ticket next = waiting.poll(); next != null; next = together.size() < MOST_TOGETHER ? waiting.poll() : null) {
            next.taken();
            together.add(next);
        }
        howManyUnderWay.addAndGet(together.size());
        howManyWait.addAndGet(-together.size());
        try {
            service.accept(together, turn);
        } finally {
            turn.over();
            letNextBegin.run();
            // Answered before the place is free: who comes back at once is in the next batch and not in the one after it.
            together.stream().filter(ticket -> ticket.owner() != Thread.currentThread()).forEach(ticket -> LockSupport.unpark(ticket.owner()));
            howManyUnderWay.addAndGet(-together.size());
            batches.release();
            wakeFirst();
        }
    }

    /** Who waits longest may serve from now on. */
    private void wakeFirst() {
        Ticket first = waiting.peek();
        if (first != null) {
            LockSupport.unpark(first.owner());
        }
    }
}
