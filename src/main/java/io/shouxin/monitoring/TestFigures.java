package io.shouxin.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the system finds for a test (系统取数), open down to its inputs.
 *
 * @param value       the figure; for statements the days from the end of the period until they were on file; empty when undefined
 * @param undefined   code that says why there is none, message {@code undefined.CODE}; null when there is one
 * @param inputs      lines that went in, or are missing
 * @param statements  as {@code period end/months/basis}
 * @param receivedOn  day on which the statements came; null for a figure
 * @param version     of policy {@code ratio-definitions}; null for statements
 */
public record TestFigures(Optional<BigDecimal> value, String undefined, List<Input> inputs, List<String> statements, Map<String, String> definitions,
                          LocalDate receivedOn, String version) {

    /** There is nothing to find: the covenant is told in words. */
    static final TestFigures NONE = new TestFigures(Optional.empty(), null, List.of(), List.of(), Map.of(), null, null);

    public TestFigures {
        value = value == null ? Optional.empty() : value;
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
        statements = statements == null ? List.of() : List.copyOf(statements);
        definitions = definitions == null ? Map.of() : Map.copyOf(definitions);
    }

    /** @param amount in whole currency units; empty when not reported */
    public record Input(String item, LocalDate periodEnd, Optional<BigDecimal> amount) {

        public Input {
            amount = amount == null ? Optional.empty() : amount;
        }
    }
}
