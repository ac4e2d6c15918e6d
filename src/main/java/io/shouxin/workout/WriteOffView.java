package io.shouxin.workout;

import io.shouxin.kernel.ApprovalCaseId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.WriteOffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A write-off (核销) as the bank sees it.
 *
 * @param drawn      what was drawn when it was proposed
 * @param baseAmount the amount in yuan: at the rate of the proposal until it is booked, then of that day
 * @param attempt    version of the proposal, from 1
 * @param misfit     code of the refusal because of which it no longer fitted when it was to be booked
 * @param approval   case that approved it
 * @param bookedOn   day on which the ledger took it
 * @param recovered  what came in since, in the write-off's currency
 * @param recoveries oldest first
 * @param reversal   why it was taken back
 * @param sha256     hash of what is proposed, to which the approval is bound
 */
public record WriteOffView(WriteOffId id, FacilityId facility, CustomerId customer, Money amount, Money baseAmount, Money drawn, WriteOffReason reasonCode,
                           String reason, String measures, List<DocumentId> papers, String grade, int attempt, WriteOffStatus status,
                           Optional<String> misfit, PersonId proposedBy, Instant proposedAt, Optional<ApprovalCaseId> approval,
                           Optional<LocalDate> bookedOn, Money recovered, List<Recovery> recoveries, Optional<String> reversal, String sha256) {

    public WriteOffView {
        papers = List.copyOf(papers);
        recoveries = List.copyOf(recoveries);
    }

    /** Money that came in after the write-off (核销后收回). The ledger does not move: nothing is drawn any more. */
    public record Recovery(int no, Money amount, LocalDate receivedOn, DocumentId paper, String remark, PersonId recordedBy, Instant recordedAt) {
    }
}
