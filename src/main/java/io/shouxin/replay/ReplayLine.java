package io.shouxin.replay;

import java.math.BigDecimal;

/**
 * Somebody the draft treats otherwise.
 *
 * @param population  {@code APPLICATION} or {@code CUSTOMER}
 * @param subject     number of the application, or of the customer
 * @param limitBefore in yuan; null where no limit was worked out
 * @param tierBefore  null where nothing is approved
 * @param lossBefore  expected loss in one year, in yuan
 */
public record ReplayLine(String population, String subject, String customer, String gradeBefore, String gradeAfter,
                         BigDecimal limitBefore, BigDecimal limitAfter, String tierBefore, String tierAfter,
                         BigDecimal lossBefore, BigDecimal lossAfter) {
}
