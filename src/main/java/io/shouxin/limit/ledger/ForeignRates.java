package io.shouxin.limit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Dated exchange rates as the ledger asks for them. */
@FunctionalInterface
public interface ForeignRates {

    /** Units of {@code to} for one unit of {@code from} on a day; empty when no rate is on file. */
    Optional<BigDecimal> rate(String from, String to, LocalDate day);
}
