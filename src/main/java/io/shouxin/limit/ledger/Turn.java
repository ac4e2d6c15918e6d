package io.shouxin.limit.ledger;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A batch's place in the order of its lane. While one batch is being written and committed, the next is worked out on what that one will
 * have left behind and writes its entries; only the accounts are written strictly one batch after the other. If the batch before comes to
 * nothing, the accounts aren't what this one has counted on, which its own update of them finds out.
 */
final class Turn {

    /** Batches that stand alone, within a caller's transaction. */
    static final Turn NONE = new Turn(new CountDownLatch(0), () -> { });

    /** The one before may itself wait for a row that this one has written; then this one steps back. */
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final CountDownLatch before;
    private final CountDownLatch own = new CountDownLatch(1);
    private final Runnable next;

    private Turn(CountDownLatch before, Runnable next) {
        this.before = before;
        this.next = next;
    }

    /** @param next lets the next batch of the lane begin; may be run more than once */
    Turn next(Runnable next) {
        return new Turn(own, next);
    }

    /** What this batch will leave behind is known. */
    void workedOut() {
        next.run();
    }

    /** @throws Batch.Mistaken if it doesn't come to it */
    void await() {
        try {
            if (!before.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new Batch.Mistaken();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Batch.Mistaken();
        }
    }

    /** The accounts are written, or won't be. */
    void over() {
        own.countDown();
    }
}
