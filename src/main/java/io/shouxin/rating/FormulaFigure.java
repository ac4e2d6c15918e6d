package io.shouxin.rating;

import io.shouxin.customer.StatementItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a formula gives on the statements of one period, open down to the lines it was worked out from.
 *
 * @param value       rounded half up: fractions, times and amounts to six decimals, days to one; empty when undefined, never a made-up 0
 * @param undefined   why there is no value; null when there is one; message {@code undefined.CODE}
 * @param inputs      every line that went in, or is missing
 * @param statements  the statements it rests on, as {@code period end/months/basis}; empty when there is none
 * @param definitions named choices of policy {@code ratio-definitions} that shaped it
 * @param version     of that policy
 */
public record FormulaFigure(Optional<BigDecimal> value, RatioYear.Undefined undefined, List<Input> inputs, List<String> statements,
                            Map<String, String> definitions, String version) {

    public FormulaFigure {
        value = value == null ? Optional.empty() : value;
        inputs = List.copyOf(inputs);
        statements = List.copyOf(statements);
        definitions = Map.copyOf(definitions);
    }

    static FormulaFigure undefined(RatioYear.Undefined why, String version) {
        return new FormulaFigure(Optional.empty(), why, List.of(), List.of(), Map.of(), version);
    }

    /**
     * One line of a statement.
     *
     * @param amount in whole currency units, of twelve months for income and cash flow; empty when not reported
     */
    public record Input(StatementItem item, LocalDate periodEnd, Optional<BigDecimal> amount) {

        public Input {
            amount = amount == null ? Optional.empty() : amount;
        }
    }
}
