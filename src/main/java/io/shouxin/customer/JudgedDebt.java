package io.shouxin.customer;

import io.shouxin.kernel.Money;

/**
 * A row of a debt schedule with what it came to.
 *
 * @param exposure balance less margin, never below zero, in the debt's currency; null where it cannot be told
 * @param rate     the exchange rate used; null for yuan, and where none was needed or found
 * @param inYuan   the exposure in yuan; null unless the row counts
 */
public record JudgedDebt(DebtLine line, DebtStanding standing, Money exposure, ExchangeRate rate, Money inYuan) {
}
