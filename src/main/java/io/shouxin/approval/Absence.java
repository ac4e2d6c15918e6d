package io.shouxin.approval;

import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An officer is away, and a delegate acts for him (委派).
 *
 * @param from    first day away
 * @param to      last day away
 * @param endedOn day on which it was ended before its time
 */
public record Absence(String id, PersonId person, PersonId delegate, LocalDate from, LocalDate to, String reason, PersonId recordedBy,
                      Instant recordedAt, Optional<LocalDate> endedOn) {
}
