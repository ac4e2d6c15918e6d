package io.shouxin.policyexception.web;

import io.shouxin.kernel.Wording;
import io.shouxin.policyexception.BrokenRule;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A rule in the way of a case, with what policy says about an exception.
 *
 * @param why      why it may be excepted or never
 * @param farthest farthest value that may be permitted, in the unit of the rule; null for a rule without value
 * @param last     last day an exception may have if it is asked for today; null when it may not
 */
record BrokenRuleText(String policy, String policyLabel, String policyVersion, String rule, String ruleLabel, int facility, String unit, String ruleSays,
                      String caseHas, boolean broken, boolean exceptable, String why, String tier, boolean compensationRequired, String farthest,
                      LocalDate last) {

    static BrokenRuleText of(BrokenRule rule, LocalDate today, Wording wording, Locale language) {
        boolean exceptable = rule.exception().exceptable();
        return new BrokenRuleText(rule.policy(), wording.of("policyName." + rule.policy(), language), rule.version(), rule.rule(),
                RuleWords.label(rule, wording, language), rule.facility(), rule.unit().name(), RuleWords.shown(rule, rule.ruleSays(), wording, language),
                RuleWords.shown(rule, rule.caseHas(), wording, language), rule.broken(), exceptable,
                wording.of("reason." + rule.exception().reasonCode(), language), exceptable ? rule.exception().tier().name() : null,
                rule.exception().compensationRequired(), rule.farthest().map(number -> number.toPlainString()).orElse(null),
                exceptable ? rule.last(today) : null);
    }
}
