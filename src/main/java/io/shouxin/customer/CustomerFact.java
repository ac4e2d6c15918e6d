package io.shouxin.customer;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact as an officer established it (其他事实); never changed. Of one kind the one of the latest day counts, of one day the
 * one recorded last.
 *
 * @param asOf     day on which it held
 * @param source   who says so, e.g. {@code 电子税务局}
 * @param document number of the document or link that proves it; null without one
 */
public record CustomerFact(CustomerId customer, FactKind kind, LocalDate asOf, String source, String document, FactContent content,
                           PersonId recordedBy, Instant recordedAt) {
}
