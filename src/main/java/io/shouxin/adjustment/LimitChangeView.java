package io.shouxin.adjustment;

import io.shouxin.customer.InYuan;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.LimitChangeId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LimitAccountId;
import io.shouxin.limit.LimitLevel;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A change of a limit (额度调整) as the bank sees it.
 *
 * @param causeReference number of the rating or market signal that suggested it
 * @param reason         in the proposer's words; of a suggestion after a policy exception the key of the rule's name in the message bundles
 * @param reasonEn       the same in English, where the bank wrote it itself
 * @param ceilingBefore  the ceiling it was proposed on; of a facility the commitment; empty if there was none
 * @param ceilingAfter   the ceiling proposed; empty for suspensions and resumptions
 * @param atOnce         takes effect before it is approved
 * @param grade          grade the rules were asked by, or {@code UNKNOWN}
 * @param tier           lowest tier that may have the last word
 * @param byExposure     whether the letter of authority is asked too, by {@code exposureAfter}
 * @param exposureAfter  total exposure of the customer's group afterwards in yuan, with the room it gives
 * @param inYuan         what is asked for in yuan, at the rate of the day it was proposed; empty on an account in yuan
 * @param ruleCode       row of policy {@code limit-change-rules}; label is message {@code reason.CODE}; empty for a mere suggestion
 * @param attempt        version of the proposal, from 1
 * @param misfit         code of the refusal because of which it no longer fitted when it was to be applied
 * @param requestedBy    who proposed it; {@code system} for a mere suggestion
 * @param madeBy         everybody who had a hand in it: none of them may decide
 * @param closingRemark  why it was dropped, in the officer's words
 * @param sha256         hash of the proposal, to which the approval is bound; empty for a mere suggestion
 */
public record LimitChangeView(LimitChangeId id, CustomerId customer, LimitAccountId account, LimitChangeKind kind, LimitChangeCause cause,
                              Optional<String> causeReference, Optional<Money> ceilingBefore, Optional<Money> ceilingAfter, boolean atOnce,
                              Optional<LimitChangeReason> reasonCode, String reason, Optional<String> reasonEn, Optional<DocumentId> document, String grade,
                              Optional<String> tier, boolean byExposure, Optional<Money> exposureAfter, Optional<InYuan> inYuan,
                              Optional<String> ruleCode, Optional<String> policyVersion, int attempt, LimitChangeStatus status, Optional<String> misfit,
                              PersonId requestedBy, Instant requestedAt, Set<PersonId> madeBy, Optional<String> closingRemark,
                              Optional<Instant> closedAt,
                              Optional<String> sha256) {

    /** The account's level, for words. */
    public LimitLevel level() {
        return account.level();
    }

    /** By how much the ceiling moves, without sign. */
    public Optional<Money> by() {
        return ceilingBefore.flatMap(before -> ceilingAfter.map(after -> after.compareTo(before) >= 0 ? after.minus(before) : before.minus(after)));
    }
}
