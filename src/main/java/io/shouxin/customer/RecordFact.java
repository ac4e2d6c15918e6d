package io.shouxin.customer;

import java.time.LocalDate;

/**
 * Asks the register to keep a fact.
 *
 * @param asOf     day on which it held, not in the future
 * @param source   who says so; required
 * @param document what proves it; may be null
 */
public record RecordFact(LocalDate asOf, String source, String document, FactContent content) {
}
