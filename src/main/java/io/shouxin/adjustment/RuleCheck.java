package io.shouxin.adjustment;

import io.shouxin.kernel.Refusal;
import java.util.Optional;

/**
 * One condition of a rule, held against the facts (规则核对).
 *
 * @param rule    which condition; label is message {@code limitRule.CODE}
 * @param asked   what the rule asks for: an amount, a share, a number of days or times
 * @param given   what is the case; empty if it is not known
 * @param refusal why not; empty when the condition is kept
 */
public record RuleCheck(String rule, State state, String asked, String given, Optional<Refusal> refusal) {

    /** How a condition stands. */
    public enum State {
        /** 符合. */
        KEPT,
        /** 不符合. */
        BROKEN,
        /** 待核实: the fact is not known, which counts as not kept. */
        TO_VERIFY
    }

    static RuleCheck of(String rule, boolean kept, String asked, String given, Refusal otherwise) {
        return new RuleCheck(rule, kept ? State.KEPT : State.BROKEN, asked, given, kept ? Optional.empty() : Optional.of(otherwise));
    }

    /** @param fact what is not known; label is message {@code adjustmentFact.CODE} */
    static RuleCheck toVerify(String rule, String asked, String fact, String field) {
        return new RuleCheck(rule, State.TO_VERIFY, asked, "", Optional.of(Refusal.of("ADJUSTMENT_TO_VERIFY").at(field)
                .with("rule", "limitRule." + rule).with("fact", "adjustmentFact." + fact)));
    }
}
