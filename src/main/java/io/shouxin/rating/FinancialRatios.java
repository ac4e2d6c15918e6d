package io.shouxin.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The ratios an analyst reads from annual statements (财务比率分析), in five dimensions, each for up to three years and open
 * down to the statement lines it was worked out from.
 *
 * <p>Fractions and times are rounded half up to six decimals, days to one. A ratio is undefined, with a code that says why, when
 * a part was not reported or the divisor is not positive: a return on negative equity or growth from a loss has no meaning.
 */
public final class FinancialRatios {

    private FinancialRatios() {
    }

    /** All ratios of the newest year of a series; none for an empty series. */
    public static List<Ratio> of(StatementSeries series, RatioDefinitions definitions) {
        return series.years() == 0 ? List.of()
                : FormulaBook.under(definitions).stream().map(formula -> formula.ratio(series)).toList();
    }

    /** {@code dividend / divisor}, rounded half up; empty when a part is missing or the divisor is not positive. */
    static Optional<BigDecimal> quotient(Optional<BigDecimal> dividend, Optional<BigDecimal> divisor, int decimals) {
        return divisor.filter(d -> d.signum() > 0).flatMap(d -> dividend.map(n -> n.divide(d, decimals, RoundingMode.HALF_UP)));
    }
}
