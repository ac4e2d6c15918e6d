package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.util.Optional;

/** One year's statement beside that of the year before, if it is on file. */
record AnnualAccounts(StatementView year, Optional<StatementView> yearBefore) {

    /** Interest of the year; finance expenses where interest was not disclosed. */
    Optional<BigDecimal> interest() {
        return year.amount(StatementItem.INTEREST_EXPENSES).or(() -> year.amount(StatementItem.FINANCE_EXPENSES));
    }

    boolean hasBefore(StatementItem item) {
        return yearBefore.flatMap(before -> before.amount(item)).isPresent();
    }

    RatioPart part(RatioPart.Side side, FormulaTerm term, BigDecimal weight) {
        return part(year, side, term, weight);
    }

    RatioPart partBefore(RatioPart.Side side, FormulaTerm term, BigDecimal weight) {
        return part(yearBefore.orElseThrow(), side, term, weight);
    }

    private static RatioPart part(StatementView statement, RatioPart.Side side, FormulaTerm term, BigDecimal weight) {
        StatementItem taken = statement.amount(term.item()).isEmpty() && term.instead() != null
                && statement.amount(term.instead()).isPresent() ? term.instead() : term.item();
        return new RatioPart(side, taken, statement.periodEnd(), weight, statement.amount(taken), term.required());
    }
}
