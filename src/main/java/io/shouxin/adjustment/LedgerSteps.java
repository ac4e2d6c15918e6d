package io.shouxin.adjustment;

import io.shouxin.kernel.BusinessClock;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitLedger;
import org.springframework.stereotype.Component;

/**
 * Brings a change into the limit ledger, and takes it back. Each version of a proposal has its own ledger key, so that a step
 * repeated after a failure happens once. What the ledger refuses is thrown: the transaction is rolled back as a whole.
 */
@Component
class LedgerSteps {

    /** Source of the ledger commands. */
    static final String SOURCE = "limit-change";
    /** Source of the commands that take one back. */
    static final String UNDOING = "limit-change-undone";

    private final LimitLedger ledger;
    private final CeilingCut cut;
    private final BusinessClock clock;

    LedgerSteps(LimitLedger ledger, CeilingCut cut, BusinessClock clock) {
        this.ledger = ledger;
        this.cut = cut;
        this.clock = clock;
    }

    void carryOut(LimitChange change, PersonId actor) {
        switch (change.kind()) {
            case INCREASE -> {
                Money by = change.ceilingAfter().orElseThrow().minus(change.ceilingBefore().orElseThrow());
                ledger.increase(change.accountId(), by, key(change), clock.today(), actor).orElseThrow();
            }
            case DECREASE -> cut.to(change.accountId(), change.ceilingAfter().orElseThrow(), key(change), actor);
            case SUSPEND -> ledger.suspend(change.accountId(), key(change), clock.today(), actor).orElseThrow();
            case RESUME -> ledger.resume(change.accountId(), key(change), clock.today(), actor).orElseThrow();
        }
    }

    /** Only what may take effect before its approval is ever taken back. */
    void takeBack(LimitChange change, PersonId actor) {
        switch (change.kind()) {
            case DECREASE -> cut.takeBack(change.accountId(), key(change), UNDOING, actor);
            case SUSPEND -> ledger.resume(change.accountId(), new LedgerKey(UNDOING, key(change).key()), clock.today(), actor).orElseThrow();
            default -> throw new IllegalStateException(change.id() + " never took effect before its approval");
        }
    }

    private static LedgerKey key(LimitChange change) {
        return new LedgerKey(SOURCE, change.id() + "/" + change.attempt());
    }
}
