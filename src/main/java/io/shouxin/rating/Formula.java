package io.shouxin.rating;

import io.shouxin.rating.RatioPart.Side;
import io.shouxin.rating.RatioYear.Undefined;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a ratio is worked out: {@code factor × dividend ÷ divisor}.
 *
 * @param definitions named choices that shaped it
 */
record Formula(String code, Ratio.Dimension dimension, Ratio.Unit unit, Ratio.Better better, BigDecimal factor,
               List<FormulaTerm> dividend, List<FormulaTerm> divisor, Map<String, String> definitions) {

    private static final int DECIMALS = 6;

    Ratio ratio(StatementSeries series) {
        List<RatioYear> years = IntStream.range(0, series.years()).mapToObj(back -> year(series.year(back).orElseThrow())).toList();
        return new Ratio(code, dimension, years.get(0).value(), years.size() > 1 ? years.get(1).value() : Optional.empty(), unit, better,
                years, definitions, Optional.empty());
    }

    RatioYear year(AnnualAccounts accounts) {
        boolean needsYearBefore = Stream.concat(dividend.stream(), divisor.stream()).anyMatch(FormulaTerm::needsYearBefore);
        if (needsYearBefore && accounts.yearBefore().isEmpty()) {
            return undefined(accounts, Undefined.PERIOD_MISSING, List.of());
        }
        List<RatioPart> above = dividend.stream().flatMap(term -> term.parts(Side.DIVIDEND, accounts).stream()).toList();
        List<RatioPart> below = divisor.stream().flatMap(term -> term.parts(Side.DIVISOR, accounts).stream()).toList();
        List<RatioPart> parts = Stream.concat(above.stream(), below.stream()).toList();
        if (lacks(above) || lacks(below)) {
            return undefined(accounts, Undefined.ITEM_MISSING, parts);
        }
        BigDecimal divided = sum(below);
        if (divided.signum() <= 0) {
            return undefined(accounts, divided.signum() == 0 ? Undefined.ZERO_DIVISOR : Undefined.NEGATIVE_DIVISOR, parts);
        }
        BigDecimal value = factor.multiply(sum(above)).divide(divided, unit == Ratio.Unit.DAYS ? 1 : DECIMALS, RoundingMode.HALF_UP);
        return new RatioYear(accounts.year().periodEnd(), Optional.of(value), null, factor, parts);
    }

    /** A line that must be there is not, or of several that need not be there none is. */
    private static boolean lacks(List<RatioPart> side) {
        return side.stream().anyMatch(part -> part.required() && part.amount().isEmpty())
                || side.stream().allMatch(part -> part.amount().isEmpty());
    }

    private static BigDecimal sum(List<RatioPart> side) {
        return side.stream().map(RatioPart::contribution).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private RatioYear undefined(AnnualAccounts accounts, Undefined why, List<RatioPart> parts) {
        return new RatioYear(accounts.year().periodEnd(), Optional.empty(), why, factor, parts);
    }
}
