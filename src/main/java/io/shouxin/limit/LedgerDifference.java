package io.shouxin.limit;

import java.math.BigDecimal;

/**
 * Something reconciliation found wrong.
 *
 * @param what     which balance, and what it was compared with, e.g. {@code committed/entries}
 * @param expected what entries, children or reservations add up to
 * @param found    what the account says
 */
public record LedgerDifference(LimitAccountId account, String what, BigDecimal expected, BigDecimal found) {
}
