package io.shouxin.limit;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What has to hold when a facility is used for the first time (首次用信). Approvals and agreements are kept on floors above, which serve this port;
 * draws, uses and credit checks all ask it through {@link io.shouxin.limit.check.FirstUses}.
 */
@FunctionalInterface
public interface FirstUse {

    /** Code of what the port says: why it is so is the bank's own affair and not told to the customer. */
    String LAPSED = "POLICY_EXCEPTION_LAPSED";

    /** What speaks against it, or will on a day to come, of the facilities of these customers; nothing of a facility that is not known there. */
    List<Bar> bars(Collection<CustomerId> customers);

    /** @param from first day on which it speaks against the facility's first use */
    record Bar(FacilityId facility, LocalDate from, Refusal refusal) {
    }
}
