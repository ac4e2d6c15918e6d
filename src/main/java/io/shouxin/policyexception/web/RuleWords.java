package io.shouxin.policyexception.web;

import io.shouxin.kernel.Wording;
import io.shouxin.policyexception.BrokenRule;
import io.shouxin.policyexception.RuleUnit;
import java.math.BigDecimal;
import java.util.Locale;

/** What a rule is called, and how its value is shown. */
final class RuleWords {

    private static final String TENOR_OF = "MAX_TENOR_";

    private RuleWords() {
    }

    static String label(BrokenRule rule, Wording wording, Locale language) {
        return label(rule.policy(), rule.rule(), wording, language);
    }

    static String label(String policy, String rule, Wording wording, Locale language) {
        String label = wording.of(BrokenRule.labelKey(policy, rule), language);
        return policy.equals("product-terms") && rule.startsWith(TENOR_OF)
                ? label + " · " + wording.of("product." + rule.substring(TENOR_OF.length()), language) : label;
    }

    /** A value of the rule or the case: numbers by unit, the rest in words. */
    static String shown(BrokenRule rule, String value, Wording wording, Locale language) {
        if (rule.unit() != RuleUnit.NONE) {
            return value;
        }
        int named = value.indexOf('=');
        if (named > 0) {
            String label = "exceptionFact." + value.substring(0, named);
            String text = "exceptionFact." + value.substring(named + 1);
            return wording.of(label, language) + ": " + (wording.knows(text) ? wording.of(text, language) : plain(value.substring(named + 1)));
        }
        return switch (rule.policy()) {
            case "document-checklist" -> wording.of((value.equals(rule.rule()) ? "documentKind." : "itemState.") + value, language);
            case "knock-out" -> wording.knows("reason." + value) ? wording.of("reason." + value, language) : value;
            default -> value;
        };
    }

    private static String plain(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException words) {
            return text;
        }
    }
}
