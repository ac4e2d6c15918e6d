package io.shouxin.limit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the ledger: by how much a command changed one account. Never changed or deleted.
 *
 * @param ceilingChange null if the command did not touch the ceiling
 * @param valueDate     the day it counts as
 * @param bookedAt      when it was written
 */
public record LimitEntryView(long entryId, LimitAccountId account, LimitVerb verb, LedgerKey key, String currency,
                             BigDecimal ceilingChange, BigDecimal reservedChange, BigDecimal committedChange,
                             BigDecimal utilisedChange, String reservation, LocalDate valueDate, Instant bookedAt, String actor) {
}
