package io.shouxin.limit;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a command stands in the ledger. A repeated command gets the receipt of the first.
 *
 * @param entryIds    ids of the entries written, root to leaf
 * @param account     the account the command was about
 * @param amount      what the command moved; zero for suspend and resume
 * @param balances    the account right after the command
 * @param freeBefore  headroom of the account just before, the tightest level above included; empty if no level has a ceiling
 * @param freeAfter   the same just after
 * @param reservation the reservation made or ended, if any
 */
public record LedgerReceipt(List<Long> entryIds, LimitVerb verb, LimitAccountId account, Money amount, Balances balances,
                            Optional<Money> freeBefore, Optional<Money> freeAfter, Optional<ReservationId> reservation) {

    public LedgerReceipt {
        entryIds = List.copyOf(entryIds);
    }

    /** @param ceiling empty if undefined */
    public record Balances(Optional<Money> ceiling, Money reserved, Money committed, Money utilised) {
    }
}
