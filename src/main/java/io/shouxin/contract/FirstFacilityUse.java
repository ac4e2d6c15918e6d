package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.limit.FirstUse;
import io.shouxin.origination.RestingExceptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    public List<Bar> bars(Collection<CustomerId> customers) {
        Map<ApplicationId, List<RestingExceptions.Lapse>> lapses = resting.of(customers).stream()
                .collect(Collectors.groupingBy(RestingExceptions.Lapse::application));
        // Most customers have none.
        return lapses.isEmpty() ? List.of() : facilities.findByApplicationIdIn(lapses.keySet().stream().map(ApplicationId::value).toList()).stream()
                .flatMap(facility -> lapses.get(facility.application()).stream()
                        .map(lapse -> new Bar(facility.id(), lapse.from(), lapse.refusal()))).toList();
    }
}
