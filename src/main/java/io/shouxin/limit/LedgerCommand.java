package io.shouxin.limit;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import java.time.LocalDate;

/**
 * One command on its way into the ledger.
 *
 * @param amount   null for suspend and resume
 * @param content  what else makes it this command and no other, as text
 * @param reversed the command this one takes back, or null
 */
record LedgerCommand(LimitVerb verb, LimitAccountId account, Money amount, String content, LedgerKey key, LedgerKey reversed,
                     LocalDate valueDate, PersonId actor) {

    static LedgerCommand of(LimitVerb verb, LimitAccountId account, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return new LedgerCommand(verb, account, amount, "", key, null, valueDate, actor);
    }

    LedgerCommand saying(Object what) {
        return new LedgerCommand(verb, account, amount, String.valueOf(what), key, reversed, valueDate, actor);
    }

    LedgerCommand takingBack(LedgerKey past) {
        return new LedgerCommand(verb, account, amount, past.toString(), key, past, valueDate, actor);
    }

    /** A suspended or expired account takes these too: they only lower exposure or end the suspension (L6). */
    boolean isEasing() {
        return switch (verb) {
            case RELEASE, EXPIRE, REPAY, RESUME -> true;
            default -> false;
        };
    }
}
