package io.shouxin.limit;

import io.shouxin.kernel.FacilityId;
import java.util.Collection;
import java.util.Map;

/** What the ledger doesn't know of facilities: for which product each was agreed. Told by whoever keeps the agreements. */
public interface FacilityProducts {

    /** @return code of the product such as {@code WORKING_CAPITAL_LOAN}, of those that are known */
    Map<FacilityId, String> of(Collection<FacilityId> facilities);
}
