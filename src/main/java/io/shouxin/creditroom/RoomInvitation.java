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
 * @param person           the customer's person, or a guarantor's; whatever is done in the room is done by him
 * @param endsOn           last day on which a link can be asked for and the room entered
 * @param links            how often a link was asked for
 * @param policyAcceptedAt when this person accepted the credit policy in force, by this invitation or an earlier one; empty before
 * @param guarantee        the paper a guarantor is invited to sign; empty for the customer
 */
public record RoomInvitation(String id, ApplicationId application, CustomerId customer, PersonId person, PersonId invitedBy, Instant invitedAt,
                             LocalDate endsOn, int links, Optional<Instant> revokedAt, Optional<Instant> policyAcceptedAt,
                             Optional<RoomGuarantee> guarantee) {

    RoomInvitation accepted(Optional<Instant> at) {
        return new RoomInvitation(id, application, customer, person, invitedBy, invitedAt, endsOn, links, revokedAt, at, guarantee);
    }

    /** Whether this invitation and another lead to the same: the customer's room, or the same paper. */
    boolean sameRoomAs(Optional<String> paper) {
        return guarantee.map(RoomGuarantee::paper).equals(paper);
    }

    boolean holdsOn(LocalDate day) {
        return revokedAt.isEmpty() && !day.isAfter(endsOn);
    }
}
