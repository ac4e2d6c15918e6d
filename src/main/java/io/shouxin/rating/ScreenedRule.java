package io.shouxin.rating;

import java.util.List;

/**
 * A knock-out rule in the first screening, with all it asks for.
 *
 * @param row the row's stable id in policy {@code knock-out}
 */
public record ScreenedRule(String row, String reasonCode, Result result, List<ScreenedFact> facts) {

    public ScreenedRule {
        facts = List.copyOf(facts);
    }

    static ScreenedRule of(String row, String reasonCode, boolean held, List<KnockOutFact> asked) {
        boolean known = asked.stream().allMatch(KnockOutFact::known);
        return new ScreenedRule(row, reasonCode, !known ? Result.WAITS : held ? Result.EXCLUDES : Result.CLEAR,
                asked.stream().map(KnockOutFact::screened).toList());
    }

    /** Whether it is a rule for customers of this kind. */
    boolean concerns() {
        return facts.stream().noneMatch(fact -> fact.state() == ScreenedFact.State.NOT_ASKED);
    }

    /** Message {@code screeningResult.CODE}. */
    public enum Result {
        /** 命中: it holds on known facts. */
        EXCLUDES,
        /** 未命中: it does not hold on known facts. */
        CLEAR,
        /** 待全面审查: a fact is not on file or out of date; it neither excludes nor clears. */
        WAITS
    }
}
