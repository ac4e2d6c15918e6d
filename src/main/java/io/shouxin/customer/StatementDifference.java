package io.shouxin.customer;

import java.math.BigDecimal;

/**
 * One place where a statement does not articulate (勾稽关系不符).
 *
 * @param rule       which relation is broken, e.g. {@code ASSETS_EQUAL_LIABILITIES_AND_EQUITY}; also the message key
 *                   {@code articulation.<rule>}
 * @param item       the reported total
 * @param expected   what the parts give
 * @param reported   what the statement says
 * @param difference reported less expected
 */
public record StatementDifference(String rule, StatementItem item, BigDecimal expected, BigDecimal reported,
                                  BigDecimal difference) {
}
