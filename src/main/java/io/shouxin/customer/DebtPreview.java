package io.shouxin.customer;

import io.shouxin.kernel.Refusal;
import java.util.List;

/**
 * How a file of debts was understood, before anything is stored.
 *
 * @param unit     unit of its amounts: 元, 万元 …
 * @param columns  the header of each column and what it was understood as; null for one that is left out
 * @param schedule what would be on file; empty of rows when the file is not understood
 * @param problems reasons why it cannot be recorded
 * @param warnings what was left out or assumed
 */
public record DebtPreview(String unit, List<Column> columns, DebtScheduleView schedule, List<Refusal> problems, List<Refusal> warnings) {

    /** @param field name of the component of {@link DebtLine} */
    public record Column(String header, String field) {
    }

    public boolean recordable() {
        return problems.isEmpty();
    }
}
