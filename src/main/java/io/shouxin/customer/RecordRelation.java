package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The wish to enter a relation between two parties.
 *
 * @param from        number of the holder, person, dependent or guarantor
 * @param to          number of the firm, relative, party depended on or guaranteed
 * @param percent     for shares, votes and dependence; above 0 to 100, at most six decimals
 * @param detail      code of {@link RelationKind#details()}; number of the contract for a guarantee
 * @param generations for relatives in direct or collateral line, 1 to 9
 * @param amount      for a guarantee, above 0, at most two decimals
 * @param currency    ISO code of that amount
 * @param validFrom   first day it holds, from 1900 to a year from now
 * @param validTo     last day it holds; needed for a guarantee, else null while no end is known
 * @param source      where it is known from, 1 to 200 characters
 * @param evidence    what the source says, 1 to 1,000 characters
 */
public record RecordRelation(RelationKind kind, String from, String to, BigDecimal percent, String detail, Integer generations,
                             BigDecimal amount, String currency, LocalDate validFrom, LocalDate validTo, String source, String evidence) {
}
