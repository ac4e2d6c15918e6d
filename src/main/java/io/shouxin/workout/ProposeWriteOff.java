package io.shouxin.workout;

import io.shouxin.kernel.DocumentId;
import io.shouxin.kernel.FacilityId;
import java.math.BigDecimal;
import java.util.List;

/**
 * Command: give up part or all of what is drawn on a facility.
 *
 * @param amount      in the facility's currency
 * @param reason      what happened, in the officer's words; 10 to 2,000 characters
 * @param measures    what was done to recover it; 10 to 2,000 characters
 * @param papers      evidence on the customer's file, one to ten
 */
public record ProposeWriteOff(FacilityId facility, BigDecimal amount, WriteOffReason reasonCode, String reason, String measures, List<DocumentId> papers) {

    public ProposeWriteOff {
        reason = reason == null ? "" : reason.strip();
        measures = measures == null ? "" : measures.strip();
        papers = papers == null ? List.of() : papers.stream().distinct().toList();
    }
}
