package io.shouxin.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What does not fit between the statements of a customer, or between a statement and the year before (报表核对发现). It keeps nobody from
 * using a statement; the analyst asks the customer.
 *
 * @param rule       what was compared, e.g. {@code OPENING_CASH}; also the message key {@code statementFinding.<rule>}
 * @param grave      the figures contradict each other; otherwise there may be a plain reason, such as a dividend
 * @param item       the line told
 * @param expected   what the other statement gives, in yuan
 * @param reported   what this statement says
 * @param difference reported less expected
 */
public record StatementFinding(LocalDate periodEnd, int months, StatementBasis basis, String rule, boolean grave, StatementItem item,
                               BigDecimal expected, BigDecimal reported, BigDecimal difference) {
}
