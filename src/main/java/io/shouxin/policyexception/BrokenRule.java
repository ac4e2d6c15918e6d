package io.shouxin.policyexception;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A rule that stands in the way of a case, or that the case asks to move (未达标规则).
 *
 * @param version   version of the policy the case is judged by
 * @param row       the row's stable id in the policy's table
 * @param facility  position of the facility, from 1; 0 for the whole case
 * @param ruleValue {@code null} for a rule without value
 * @param ruleSays  what the rule asks, as shown: a number or the code of the rule
 * @param caseHas   what the case has
 * @param broken    false for a rule that stops nothing yet: it caps a term that could be moved
 * @param exception what may be excepted of it
 */
public record BrokenRule(String policy, String version, String rule, String row, int facility, RuleUnit unit, BigDecimal ruleValue, String ruleSays,
                         String caseHas, boolean broken, ExceptableRule exception) {

    /** Key of the rule's name in the message bundles. */
    public String labelKey() {
        return labelKey(policy, rule);
    }

    /** Key of a rule's name in the message bundles. */
    public static String labelKey(String policy, String rule) {
        return switch (policy) {
            case "knock-out" -> "reason." + rule;
            case "document-checklist" -> "documentKind." + rule;
            case "concentration-limits" -> "exceptionRule.CONCENTRATION_" + rule;
            case "product-terms" -> "exceptionRule." + (rule.startsWith("MAX_TENOR_") ? "MAX_TENOR" : rule);
            default -> "exceptionRule." + rule;
        };
    }

    boolean is(String ofPolicy, String ofRule, int ofFacility) {
        return policy.equals(ofPolicy) && rule.equals(ofRule) && facility == ofFacility;
    }

    /** Whether permitting more than the rule's value is the exception; of the others less. */
    boolean higher() {
        return !rule.equals("COVERAGE") && !rule.equals("RATE_MARKUP") && !rule.equals("LEAST_AMOUNT");
    }

    /** The farthest value that may be permitted, in the rule's own unit; empty for a rule without value. */
    public Optional<BigDecimal> farthest() {
        return exception.farthest(ruleValue, higher());
    }

    /** The last day an exception asked for today may have. */
    public LocalDate last(LocalDate today) {
        return exception.last(today);
    }
}
