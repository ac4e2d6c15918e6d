package io.shouxin.contract;

import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Refusal;
import io.shouxin.limit.FirstUse;
import io.shouxin.origination.RestingExceptions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A facility is used for the first time only while the policy exceptions its approval rests on hold (首次用信核查). */
@Component
class FirstFacilityUse implements FirstUse {

    private final Facilities facilities;
    private final RestingExceptions resting;

    FirstFacilityUse(Facilities facilities, RestingExceptions resting) {
        this.facilities = facilities;
        this.resting = resting;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refusal> against(FacilityId facility) {
        return facilities.findById(facility.value()).flatMap(found -> resting.lapsed(found.application()).stream().findFirst());
    }
}
