package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import io.shouxin.customer.StatementView;
import java.math.BigDecimal;
import java.util.Optional;

/** One year's statement beside that of the year before, if it is on file. */
record AnnualAccounts(StatementView year, Optional<StatementView> yearBefore) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Balance at the end of the year. */
    Optional<BigDecimal> closing(StatementItem item) {
        return year.amount(item);
    }

    /** Amount of the year. */
    Optional<BigDecimal> flow(StatementItem item) {
        return year.amount(item);
    }

    /** Balance or amount of the year before. */
    Optional<BigDecimal> before(StatementItem item) {
        return yearBefore.flatMap(statement -> statement.amount(item));
    }

    /** Mean of opening and closing balance; the closing balance where the opening one is not on file. Exact: half a fen is kept. */
    Optional<BigDecimal> average(StatementItem item) {
        return closing(item).map(closing -> before(item).map(opening -> opening.add(closing).divide(TWO)).orElse(closing));
    }

    /** Interest of the year; finance expenses where interest was not disclosed. */
    Optional<BigDecimal> interest() {
        return flow(StatementItem.INTEREST_EXPENSES).or(() -> flow(StatementItem.FINANCE_EXPENSES));
    }
}
