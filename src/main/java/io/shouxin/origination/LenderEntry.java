package io.shouxin.origination;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the lender's figures with the people behind it.
 *
 * @param confirmedBy empty while nobody else has confirmed it: until then it does not count
 */
public record LenderEntry(long number, LenderFigures figures, PersonId recordedBy, Instant recordedAt, Optional<PersonId> confirmedBy,
                          Optional<Instant> confirmedAt) {
}
