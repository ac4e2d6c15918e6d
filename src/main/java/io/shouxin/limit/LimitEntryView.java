package io.shouxin.limit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of the ledger as one account sees it: by how much a command changed it. Never changed or deleted.
 *
 * @param currency      the account's
 * @param ceilingChange null if the command did not touch the ceiling
 * @param exchangeRate  the rate a foreign amount below was told at, if one was
 * @param valueDate     the day it counts as
 * @param bookedAt      when it was written
 */
public record LimitEntryView(long entryId, LimitAccountId account, LimitVerb verb, LedgerKey key, String currency,
                             BigDecimal ceilingChange, BigDecimal temporaryChange, BigDecimal reservedChange, BigDecimal committedChange,
                             BigDecimal utilisedChange, Optional<BigDecimal> exchangeRate, String reservation, LocalDate valueDate,
                             Instant bookedAt, String actor) {
}
