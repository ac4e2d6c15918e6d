package io.shouxin.adjustment;

import io.shouxin.customer.InYuan;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.ExceptionId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.limit.LimitAccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A temporary exception (临时额度) as the bank sees it.
 *
 * @param ceilingBefore the ceiling it was asked on
 * @param extra         room above it
 * @param until         last day it holds
 * @param conditions    what makes up for the risk
 * @param tier          lowest tier that may have the last word
 * @param exposureAfter total exposure of the customer's group afterwards in yuan, with the room
 * @param inYuan        the room in yuan, at the rate of the day it was asked for; empty on an account in yuan
 * @param ruleCode      row of policy {@code exception-rules}; label is message {@code reason.CODE}
 * @param attempt       version of the request, from 1
 * @param misfit        code of the refusal because of which it no longer fitted when it was to come into force
 * @param inForceOn     day it came into force
 * @param endedBy       who ended it; {@code system} when its time was over
 * @param endReason     why it was ended early
 * @param stillOut      room the ledger has not got back: all of it while in force, after its end what was in use then
 * @param sha256        hash of what is asked, to which the approval is bound
 */
public record TemporaryExceptionView(ExceptionId id, CustomerId customer, LimitAccountId account, Money ceilingBefore, Money extra,
                                     LocalDate until, String reason, String conditions, Optional<DocumentId> document, String grade, String tier,
                                     Money exposureAfter, Optional<InYuan> inYuan, String ruleCode, String policyVersion, int attempt, ExceptionStatus status,
                                     Optional<String> misfit, PersonId requestedBy, Instant requestedAt, Optional<LocalDate> inForceOn,
                                     Optional<Instant> closedAt, Optional<PersonId> endedBy, Optional<String> endReason, Money stillOut,
                                     String sha256) {

    /** The room in yuan, as the letter of authority reads it. */
    public Money amount() {
        return inYuan.map(InYuan::amount).orElse(extra);
    }
}
