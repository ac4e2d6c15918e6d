package io.shouxin.origination;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.ProposalId;
import io.shouxin.kernel.Rate;
import io.shouxin.limit.ReservationId;
import java.util.List;

/**
 * What an offer and an agreement are made of: the terms of the latest proposal of an application.
 *
 * @param entity        granting entity that lends
 * @param proposalHash  SHA-256 the approval was bound to
 * @param conditions    codes of conditions precedent (放款前提条件); label under {@code condition.CODE}
 * @param covenants    what the customer is to undertake; null when the proposal is of the days when covenants were no part of one
 * @param reservation  what activation confirms in the limit ledger
 */
public record ApprovedTerms(ApplicationId applicationId, CustomerId customerId, EntityCode entity, ProposalId proposalId, String proposalHash,
                            Money amount, Rate rate, int paymentTermDays, List<ProposedFacility> facilities,
                            List<String> conditions, List<Covenant> covenants, String grade, ReservationId reservation) {

    public ApprovedTerms {
        // Terms of the days when only the head office granted do not name it.
        entity = entity == null ? EntityCode.HEAD_OFFICE : entity;
        facilities = List.copyOf(facilities);
        conditions = List.copyOf(conditions);
        covenants = covenants == null ? null : List.copyOf(covenants);
    }
}
