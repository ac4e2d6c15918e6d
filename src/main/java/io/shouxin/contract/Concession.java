package io.shouxin.contract;

import io.shouxin.kernel.Rate;

/**
 * What the bank gives way in for one facility after a counter-offer; null leaves it as offered.
 *
 * @param rate            a lower yearly rate
 * @param paymentTermDays a longer payment term, trade credit only
 * @param repayment       another way to pay back, of those the policy allows
 */
public record Concession(int position, Rate rate, Integer paymentTermDays, RepaymentType repayment) {
}
