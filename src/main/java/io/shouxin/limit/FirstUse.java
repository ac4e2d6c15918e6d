package io.shouxin.limit;

import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import java.util.Optional;

/** What has to hold when a facility is used for the first time (首次用信). Approvals and agreements are kept on floors above, which serve this port. */
@FunctionalInterface
public interface FirstUse {

    /** What speaks against it; empty when nothing does, or the facility is not known there. */
    Optional<Refusal> against(FacilityId facility);
}
