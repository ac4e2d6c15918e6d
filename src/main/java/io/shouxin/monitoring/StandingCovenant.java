package io.shouxin.monitoring;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.origination.Covenant;
import java.time.LocalDate;
import java.util.List;

/**
 * A covenant of active facilities (存续约定事项).
 *
 * @param facilities because of which it was agreed
 * @param terms      as contracted; never changed
 * @param activeFrom day from which its steps count
 * @param active     false when its facilities have ended
 */
public record StandingCovenant(String id, AgreementId agreement, ApplicationId application, CustomerId customer, List<FacilityId> facilities, Covenant terms,
                               LocalDate activeFrom, boolean active) {

    public StandingCovenant {
        facilities = List.copyOf(facilities);
    }
}
