package io.shouxin.rating;

import io.shouxin.rating.RatioYear.Undefined;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A formula a covenant is measured by (约定指标公式): one of the bank's ratios by its code, such as {@code interestCover}, or an expression over
 * statement lines, such as {@code (TOTAL_EQUITY - INTANGIBLE_ASSETS? - GOODWILL?) / TOTAL_ASSETS}.
 *
 * <p>An expression knows {@code + - * /}, brackets, plain numbers and the codes of statement lines; a line with a question mark counts as
 * nothing when a firm does not report it, any other leaves the figure undefined. Nothing else can be written in it.
 */
public final class StatementFormula {

    private static final int DECIMALS = 6;

    private final String text;
    private final Optional<LineExpression> expression;

    private StatementFormula(String text, Optional<LineExpression> expression) {
        this.text = text;
        this.expression = expression;
    }

    /** @throws IllegalArgumentException when it is neither; the message says where */
    public static StatementFormula parse(String text, Set<String> ratios) {
        String stripped = text == null ? "" : text.strip();
        return new StatementFormula(stripped, ratios.contains(stripped) ? Optional.empty() : Optional.of(LineExpression.parse(stripped)));
    }

    FormulaFigure of(Optional<TrailingYear> twelveMonths, RatioDefinitions definitions) {
        if (twelveMonths.isEmpty()) {
            return FormulaFigure.undefined(Undefined.PERIOD_MISSING, definitions.version());
        }
        TrailingYear year = twelveMonths.get();
        return expression.map(found -> figure(found, year, definitions)).orElseGet(() -> figure(ratio(definitions), year, definitions));
    }

    private Formula ratio(RatioDefinitions definitions) {
        return FormulaBook.under(definitions).stream().filter(formula -> formula.code().equals(text)).findFirst().orElseThrow();
    }

    private static FormulaFigure figure(Formula ratio, TrailingYear twelveMonths, RatioDefinitions definitions) {
        RatioYear year = ratio.year(twelveMonths.accounts());
        List<FormulaFigure.Input> inputs = year.parts().stream().map(part -> new FormulaFigure.Input(part.item(), part.periodEnd(), part.amount())).distinct().toList();
        return new FormulaFigure(year.value(), told(year.undefined(), twelveMonths), inputs, statements(twelveMonths), ratio.definitions(), definitions.version());
    }

    private static FormulaFigure figure(LineExpression expression, TrailingYear twelveMonths, RatioDefinitions definitions) {
        LocalDate end = twelveMonths.accounts().year().periodEnd();
        List<FormulaFigure.Input> inputs = new ArrayList<>();
        expression.lines().forEach(line -> inputs.add(new FormulaFigure.Input(line, end, twelveMonths.accounts().year().amount(line))));
        LineExpression.Result result = expression.of(twelveMonths.accounts().year()::amount);
        return new FormulaFigure(result.value().map(value -> value.setScale(DECIMALS, RoundingMode.HALF_UP)), told(result.undefined(), twelveMonths), inputs,
                statements(twelveMonths), Map.of(), definitions.version());
    }

    /** A line that is missing because twelve months can't be put together is told as that. */
    private static Undefined told(Undefined why, TrailingYear twelveMonths) {
        return why == Undefined.ITEM_MISSING && !twelveMonths.complete() ? Undefined.YEAR_INCOMPLETE : why;
    }

    private static List<String> statements(TrailingYear twelveMonths) {
        return twelveMonths.used().stream().map(statement -> statement.periodEnd() + "/" + statement.months() + "/" + statement.basis()).toList();
    }

    /** The codes of all ratios. */
    static Set<String> ratios(RatioDefinitions definitions) {
        return FormulaBook.under(definitions).stream().map(Formula::code).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return text;
    }
}
