package io.shouxin.contract;

import io.shouxin.kernel.FacilityId;
import io.shouxin.limit.FacilityProducts;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the limit ledger's map for which product a facility was agreed. */
@Component
class AgreedProducts implements FacilityProducts {

    private final Facilities facilities;

    AgreedProducts(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<FacilityId, String> of(Collection<FacilityId> ids) {
        return facilities.findAllById(ids.stream().map(FacilityId::value).toList()).stream()
                .collect(Collectors.toMap(Facility::id, Facility::product));
    }
}
