package io.shouxin.origination;

import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.EntityCode;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Money;
import java.util.Collection;
import java.util.List;

/** Tells which facilities customers have. The book of facilities answers, one floor above. */
public interface LiveFacilities {

    /** Facilities that are neither expired nor closed, of all entities; a suspended one is live. */
    List<LiveFacility> live(Collection<CustomerId> customers);

    /** One facility. */
    record LiveFacility(FacilityId id, EntityCode entity, CustomerId customer, String product, Money amount) {
    }
}
