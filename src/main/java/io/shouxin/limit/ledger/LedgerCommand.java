package io.shouxin.limit.ledger;

import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import io.shouxin.kernel.Sha256;
import io.shouxin.limit.LedgerKey;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitVerb;
import io.shouxin.limit.ReservationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One command on its way into the ledger.
 *
 * @param amount      null where the command moves nothing, or what is there
 * @param content     what else makes it this command and no other, as text
 * @param also        another account whose line is touched, such as the new group of a move; null if none
 * @param opens       accounts it wants to open
 * @param reservation the reservation it ends; null if none
 * @param reversed    the command it takes back; null if none
 * @param reversedVerb what that command did; null if none
 * @param work        what it does
 */
public record LedgerCommand(LimitVerb verb, LimitAccountId account, Money amount, String content, LedgerKey key, LocalDate valueDate,
                            PersonId actor, LimitAccountId also, List<LimitAccountId> opens, ReservationId reservation, LedgerKey reversed, LimitVerb reversedVerb,
                            Work work) {

    /** What a command does to the accounts of its line; a reason why not leaves them as they were. */
    @FunctionalInterface
    public interface Work {
        Optional<Refusal> on(Posting posting);
    }

    public static LedgerCommand of(LimitVerb verb, LimitAccountId account, Money amount, LedgerKey key, LocalDate valueDate, PersonId actor) {
        return new LedgerCommand(verb, account, amount, "", key, valueDate, actor, null, List.of(), null, null, null, null);
    }

    public LedgerCommand saying(Object what) {
        return new LedgerCommand(verb, account, amount, String.valueOf(what), key, valueDate, actor, also, opens, reservation, reversed, reversedVerb, work);
    }

    public LedgerCommand alsoOn(LimitAccountId other) {
        return new LedgerCommand(verb, account, amount, content, key, valueDate, actor, other, opens, reservation, reversed, reversedVerb, work);
    }

    public LedgerCommand opening(List<LimitAccountId> accounts) {
        return new LedgerCommand(verb, account, amount, content, key, valueDate, actor, also, List.copyOf(accounts), reservation, reversed, reversedVerb, work);
    }

    public LedgerCommand ending(ReservationId held) {
        return new LedgerCommand(verb, account, amount, content, key, valueDate, actor, also, opens, held, reversed, reversedVerb, work);
    }

    public LedgerCommand takingBack(LedgerKey past, LimitVerb did) {
        return new LedgerCommand(verb, account, amount, past.toString(), key, valueDate, actor, also, opens, reservation, past, did, work);
    }

    public LedgerCommand doing(Work what) {
        return new LedgerCommand(verb, account, amount, content, key, valueDate, actor, also, opens, reservation, reversed, reversedVerb, what);
    }

    /**
     * A suspended or expired account takes these too, and no level is asked for room: they only lower exposure or end the suspension (L6);
     * nobody decides on a revaluation or on the end of temporary room, and leaving them out would be wrong.
     */
    boolean isEasing() {
        return switch (verb) {
            case RELEASE, EXPIRE, REPAY, WRITE_OFF, RESUME, END_TEMPORARY, REVALUE -> true;
            default -> false;
        };
    }

    /** Also on an account that is suspended or expired: what eases, and what puts right a write-off, which only such accounts have. */
    boolean isWhateverTheStatus() {
        return isEasing() || verb == LimitVerb.SUSPEND || reversedVerb == LimitVerb.WRITE_OFF;
    }

    /** What makes a command the same command: verb, account and what the caller asked for; neither day nor actor. */
    String fingerprint() {
        return Sha256.of(verb + "|" + account + "|" + amount + "|" + content);
    }
}
