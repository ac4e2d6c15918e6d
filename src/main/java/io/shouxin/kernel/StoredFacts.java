package io.shouxin.kernel;

import java.util.List;

/** A module's part in the proof of a decision: the rows in which it keeps what the decision rested on (存证). */
public interface StoredFacts {

    /** The rows of this case as they stand now, in an order that does not change. */
    List<StoredRow> of(DecidedCase decided);

    /**
     * A case that was decided, by approvers or without them.
     *
     * @param subject    business number of what was decided on
     * @param decision   number of the approval case; the subject itself where the bank declined without one
     * @param ledgerKeys commands in the limit ledger that belong to it, each as source, blank, key
     */
    record DecidedCase(String subject, String decision, List<String> ledgerKeys) {

        public DecidedCase {
            ledgerKeys = List.copyOf(ledgerKeys);
        }

        public boolean hadApprovers() {
            return !decision.equals(subject);
        }
    }
}
