package io.shouxin.policyexception;

import io.shouxin.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the terms of an exception as asked for, each at its field. */
final class AskedTerms {

    private static final int SHORTEST_REASON = 10;
    private static final int SHORTEST_COMPENSATION = 5;
    private static final int LONGEST = 1000;
    private static final int DIGITS = 6;

    private AskedTerms() {
    }

    static List<Refusal> refusals(AskPolicyException asked, BrokenRule rule, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        permitted(asked.permitted(), rule).ifPresent(refusals::add);
        if (asked.reasonCode() == null) {
            refusals.add(Refusal.of("FIELD_REQUIRED").at("reasonCode"));
        }
        text(asked.reason(), SHORTEST_REASON, "reason").ifPresent(refusals::add);
        if (asked.compensation() != Compensation.NONE) {
            text(asked.compensationWords(), SHORTEST_COMPENSATION, "compensationWords").ifPresent(refusals::add);
        } else if (rule.exception().compensationRequired()) {
            refusals.add(Refusal.of("COMPENSATION_NEEDED").at("compensation"));
        } else if (!asked.compensationWords().isEmpty()) {
            refusals.add(Refusal.of("COMPENSATION_NEEDED").at("compensation"));
        }
        if (asked.until() == null || !asked.until().isAfter(today) || asked.until().isAfter(rule.last(today))) {
            refusals.add(Refusal.of("POLICY_EXCEPTION_UNTIL").at("until").with("from", today.plusDays(1)).with("to", rule.last(today)));
        }
        return refusals;
    }

    private static Optional<Refusal> permitted(BigDecimal permitted, BrokenRule rule) {
        Optional<BigDecimal> farthest = rule.farthest();
        if (farthest.isEmpty()) {
            return permitted == null ? Optional.empty() : Optional.of(Refusal.of("PERMITTED_VALUE_WITHOUT_RULE").at("permitted"));
        }
        Refusal outside = Refusal.of("PERMITTED_VALUE_OUT_OF_RANGE").at("permitted").with("rule", rule.ruleSays())
                .with("farthest", farthest.get().toPlainString());
        if (permitted == null) {
            return Optional.of(outside);
        }
        int beyondRule = permitted.compareTo(rule.ruleValue());
        boolean within = rule.higher() ? beyondRule > 0 && permitted.compareTo(farthest.get()) <= 0
                : beyondRule < 0 && permitted.compareTo(farthest.get()) >= 0 && permitted.signum() >= 0;
        boolean whole = rule.unit() != RuleUnit.MONTHS || permitted.stripTrailingZeros().scale() <= 0;
        return within && whole && permitted.stripTrailingZeros().scale() <= DIGITS ? Optional.empty() : Optional.of(outside);
    }

    static Optional<Refusal> text(String text, int least, String field) {
        return text == null || text.strip().length() < least ? Optional.of(Refusal.of("TEXT_TOO_SHORT").at(field).with("least", least))
                : text.length() > LONGEST ? Optional.of(Refusal.of("TEXT_TOO_LONG").at(field).with("max", LONGEST)) : Optional.empty();
    }
}
