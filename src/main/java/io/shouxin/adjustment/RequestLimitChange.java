package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.limit.LimitAccountId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Command: propose a change of a limit.
 *
 * @param customer   the customer it is about, or through whom the group is looked at
 * @param account    his account, his group's, or one of his facilities'
 * @param newCeiling the ceiling afterwards (of a facility: the commitment), in the account's currency; null if {@code by} is given
 *                   or nothing is raised or lowered
 * @param by         how much is raised or lowered; null if {@code newCeiling} is given
 * @param atOnce     whether it should take effect before it is approved, which the rules must allow
 * @param cause      {@code OFFICER} or {@code CUSTOMER}; a change that was suggested keeps its own cause
 * @param reason     why, in the officer's words, 10 to 2,000 characters
 * @param document   the paper that proves it, if there is one
 */
public record RequestLimitChange(CustomerId customer, LimitAccountId account, LimitChangeKind kind, BigDecimal newCeiling, BigDecimal by,
                                 boolean atOnce, LimitChangeCause cause, LimitChangeReason reasonCode, String reason,
                                 Optional<DocumentId> document) {

    public RequestLimitChange {
        document = document == null ? Optional.empty() : document;
        cause = cause == LimitChangeCause.CUSTOMER ? cause : LimitChangeCause.OFFICER;
    }
}
