package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LedgerReceipt;
import io.shouxin.limit.LimitAccountId;
import java.time.LocalDate;

/** Port: room above a ceiling that the ledger gives for a while (临时额度). */
interface TemporaryRoom {

    /** Gives {@code extra} above the ceiling until the last day. */
    Outcome<LedgerReceipt> allowTemporarily(LimitAccountId account, Money extra, LocalDate until, LedgerKey key, LocalDate valueDate, PersonId actor);

    /** Takes it back as far as it is free; the receipt says how much. Refused where nothing can be taken back. */
    Outcome<LedgerReceipt> endTemporary(LimitAccountId account, LedgerKey key, LocalDate valueDate, PersonId actor);
}
