package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A credit check that was answered, and what became of it.
 *
 * @param reasonCode code of the obstacle; empty for a yes
 * @param binding    the level that had least room
 * @param held       status of the reservation made with it, as it stands now
 * @param used       what of the reservation was used
 */
public record CreditCheckView(long number, CustomerId customer, CreditUse use, Money amount, Money counted, LocalDate day, String paymentTerm,
                              Optional<String> product, Optional<String> account, CreditDecision decision, Optional<String> reasonCode,
                              Optional<String> binding, Money prepay, Optional<String> orderNumber, Optional<ReservationId> reservation,
                              Optional<ReservationView.Status> held, Optional<Money> used, String askedBy, Instant askedAt) {
}
