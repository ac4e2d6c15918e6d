package io.shouxin.customer;

import io.shouxin.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sum told in yuan (折人民币), with the rate it was told at; of a sum in yuan the sum itself.
 *
 * @param amount in yuan, rounded to the fen
 * @param rate   yuan per one unit
 * @param day    the day that rate was published for
 */
public record InYuan(Money amount, BigDecimal rate, LocalDate day) {
}
