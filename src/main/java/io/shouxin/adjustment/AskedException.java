package io.shouxin.adjustment;

import io.shouxin.kernel.Money;
import java.util.List;
import java.util.Optional;

/** An exception that was asked for and that nothing speaks against. */
record AskedException(RequestException asked, Money ceiling, Money extra, Judgement judgement, Money exposureAfter) {

    /**
     * What the rules say of it.
     *
     * @param rule empty if the rules do not foresee it
     */
    record Judgement(Optional<ExceptionRule> rule, String version, String grade, List<RuleCheck> checks) {
    }
}
