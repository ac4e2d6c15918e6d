package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import java.math.BigDecimal;
import java.util.List;

/**
 * One term of a formula: a statement line added to or taken off its side.
 *
 * @param item     line
 * @param instead  taken where the line is not reported; null for none
 * @param sign     1 or -1
 * @param at       year or years whose figure counts
 * @param required false for a line a firm need not have
 */
record FormulaTerm(StatementItem item, StatementItem instead, int sign, At at, boolean required) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static FormulaTerm plus(StatementItem item) {
        return new FormulaTerm(item, null, 1, At.NOW, true);
    }

    static FormulaTerm less(StatementItem item) {
        return new FormulaTerm(item, null, -1, At.NOW, true);
    }

    /** Counts as nothing when not reported. */
    FormulaTerm ifAny() {
        return new FormulaTerm(item, instead, sign, at, false);
    }

    FormulaTerm or(StatementItem other) {
        return new FormulaTerm(item, other, sign, at, required);
    }

    FormulaTerm yearBefore() {
        return new FormulaTerm(item, instead, sign, At.BEFORE, required);
    }

    FormulaTerm mean() {
        return new FormulaTerm(item, instead, sign, At.MEAN, required);
    }

    /** Whether the formula cannot do without the year before. */
    boolean needsYearBefore() {
        return at == At.BEFORE;
    }

    /** The amounts it stands for; the year before is on file when the term needs it. */
    List<RatioPart> parts(RatioPart.Side side, AnnualAccounts accounts) {
        BigDecimal weight = BigDecimal.valueOf(sign);
        return switch (at) {
            case NOW -> List.of(accounts.part(side, this, weight));
            case BEFORE -> List.of(accounts.partBefore(side, this, weight));
            case MEAN -> accounts.hasBefore(item)
                    ? List.of(accounts.part(side, this, weight.multiply(HALF)), accounts.partBefore(side, this, weight.multiply(HALF)))
                    : List.of(accounts.part(side, this, weight));
        };
    }

    /** When. */
    enum At {
        /** The year itself, or its end. */
        NOW,
        /** The year before, or its end. */
        BEFORE,
        /** The mean of both; the end of the year alone where the year before is not on file. */
        MEAN
    }
}
