package io.shouxin.adjustment;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.limit.LimitAccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Command: ask for room above the ceiling for a while.
 *
 * @param account    the customer's account or his group's
 * @param extra      how much above the ceiling, in the account's currency
 * @param until      last day it holds
 * @param reason     why, in the officer's words, 10 to 2,000 characters
 * @param conditions what makes up for the risk: security, margin, a payment plan; 10 to 2,000 characters
 * @param document   the paper that proves it, if there is one
 */
public record RequestException(CustomerId customer, LimitAccountId account, BigDecimal extra, LocalDate until, String reason,
                               String conditions, Optional<DocumentId> document) {

    public RequestException {
        document = document == null ? Optional.empty() : document;
    }
}
