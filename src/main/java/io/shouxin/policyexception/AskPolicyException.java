package io.shouxin.policyexception;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Command: have a rule set aside for a case.
 *
 * @param policy            key of the policy, e.g. {@code knock-out}
 * @param rule              code of the rule, e.g. {@code NEGATIVE_EQUITY_TWO_YEARS}
 * @param facility          position of the facility it is about, from 1; 0 or null for the whole case
 * @param permitted         what is to be permitted instead of the rule's value; null for a rule without one
 * @param reason            why, in words: 10 to 1,000 characters
 * @param compensation      null is {@link Compensation#NONE}
 * @param compensationWords how, 5 to 1,000 characters where there is a compensation
 * @param until             last day
 */
public record AskPolicyException(String policy, String rule, Integer facility, BigDecimal permitted, ExceptionReason reasonCode, String reason,
                                 Compensation compensation, String compensationWords, LocalDate until) {

    public AskPolicyException {
        facility = facility == null ? 0 : facility;
        reason = reason == null ? "" : reason.strip();
        compensation = compensation == null ? Compensation.NONE : compensation;
        compensationWords = compensationWords == null ? "" : compensationWords.strip();
    }
}
