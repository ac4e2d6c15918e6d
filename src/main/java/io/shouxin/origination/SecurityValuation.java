package io.shouxin.origination;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the analyst found a security to be and to be worth (担保估值核实).
 *
 * @param facility    position of the facility it secures, from 1
 * @param offer       position among what the customer offered for that facility, from 1; {@code null} for a further security that
 *                    was asked for and is described here
 * @param kind        fits the way it was offered
 * @param description of a further security, 2 to 500 characters; otherwise what the customer wrote counts
 * @param value       in {@code currency}, positive; of a guarantee the amount guaranteed
 * @param currency    ISO 4217; only CNY
 * @param valuedOn    day the value holds for (评估基准日), not in the future
 * @param priorClaims what others are secured by it before, in yuan, zero or more; may exceed the value
 * @param rank        the bank's rank: 1 without prior claims, 2 to 9 with them
 * @param evidence    report, register extract or other paper, 2 to 500 characters
 */
public record SecurityValuation(Integer facility, Integer offer, SecurityKind kind, String description, BigDecimal value,
                                String currency, LocalDate valuedOn, Valuer valuer, BigDecimal priorClaims, Integer rank,
                                SecurityOwner owner, String evidence) {
}
