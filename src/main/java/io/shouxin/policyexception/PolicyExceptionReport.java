package io.shouxin.policyexception;

import java.math.BigDecimal;
import java.util.List;

/**
 * How often rules were set aside (政策例外统计).
 *
 * @param asked        before those who decide now
 * @param inForce      in force now
 * @param endingSoon   of those, how many end within thirty days
 * @param endedUnmet   ended or revoked with the rule not met
 * @param rules        per rule, most first
 * @param months       the last twelve months, oldest first; in Beijing months
 */
public record PolicyExceptionReport(int asked, int inForce, int endingSoon, int endedUnmet, List<OfRule> rules, List<OfMonth> months) {

    public PolicyExceptionReport {
        rules = List.copyOf(rules);
        months = List.copyOf(months);
    }

    /** One rule. @param all ever asked for */
    public record OfRule(String policy, String rule, int all, int asked, int approved, int inForce, int refused) {
    }

    /**
     * One month.
     *
     * @param month          e.g. {@code 2026-11}
     * @param asked          asked for in it
     * @param casesApproved  credit applications approved in it; {@code null} for a reader who does not see all entities
     * @param casesExcepted  of these, how many with an exception
     * @param share          the one over the other, 0 to 1; {@code null} when there was no case or the reader may not see
     */
    public record OfMonth(String month, int asked, int approved, Integer casesApproved, Integer casesExcepted, BigDecimal share) {
    }
}
