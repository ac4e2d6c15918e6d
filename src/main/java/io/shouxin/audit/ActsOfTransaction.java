package io.shouxin.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The acts of one transaction, chained at its very end. The end of a chain is taken for the last moment of a transaction only,
 * and chains are taken in one order, so that business with the same subject hardly waits and never in a circle.
 */
final class ActsOfTransaction implements TransactionSynchronization, Ordered {

    private static final int ATTEMPTS = 200;

    private final AuditTable table;
    private final Runnable flush;
    private final List<Act> acts = new ArrayList<>();
    private boolean ending;

    /** @param flush writes through what still waits to be written */
    ActsOfTransaction(AuditTable table, Runnable flush) {
        this.table = table;
        this.flush = flush;
    }

    void add(Act act) {
        acts.add(act);
        if (ending) {
            write();
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ending = true;
        if (!acts.isEmpty()) {
            // Rows others may wait for come first, so that nobody who waits for a chain holds one of them.
            flush.run();
            write();
        }
    }

    /** Puts what was done so far into the chains. */
    void write() {
        TreeMap<String, List<Act>> bySubject = new TreeMap<>();
        acts.forEach(act -> bySubject.computeIfAbsent(act.subject(), first -> new ArrayList<>()).add(act));
        acts.clear();
        bySubject.values().forEach(this::chain);
    }

    /** If somebody else was faster, his entry is the one to follow. */
    private void chain(List<Act> ofOneSubject) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            AuditEntry last = table.last(ofOneSubject.get(0).subject());
            List<AuditEntry> links = new ArrayList<>();
            for (Act act : ofOneSubject) {
                last = act.after(last);
                links.add(last);
            }
            try {
                table.append(links);
                return;
            } catch (DuplicateKeyException taken) {
                // goes on from the new end
            }
        }
        throw new OptimisticLockingFailureException("no turn in the chain of " + ofOneSubject.get(0).subject());
    }

    /** After everybody who may still act when the transaction ends. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
