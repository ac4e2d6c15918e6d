package io.shouxin.creditroom;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invitation into the credit room of one application.
 *
 * @param person           the customer's person; whatever is done in the room is done by him
 * @param endsOn           last day on which a link can be asked for and the room entered
 * @param links            how often a link was asked for
 * @param policyAcceptedAt when he accepted the credit policy; empty before
 */
public record RoomInvitation(String id, ApplicationId application, CustomerId customer, PersonId person, PersonId invitedBy, Instant invitedAt,
                             LocalDate endsOn, int links, Optional<Instant> revokedAt, Optional<Instant> policyAcceptedAt) {

    boolean holdsOn(LocalDate day) {
        return revokedAt.isEmpty() && !day.isAfter(endsOn);
    }
}
