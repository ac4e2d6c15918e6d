package io.shouxin.limit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Something reconciliation found wrong.
 *
 * @param what     which balance, and what it was compared with, e.g. {@code committed/entries}
 * @param expected what entries, children or reservations add up to
 * @param found    what the account says
 * @param entry    where they part: the first entry whose receipt disagrees with the entries up to it, or the last one of the account
 */
public record LedgerDifference(LimitAccountId account, String what, BigDecimal expected, BigDecimal found, Optional<Long> entry) {
}
