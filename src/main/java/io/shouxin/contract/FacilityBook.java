package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.CustomerId;
import io.shouxin.kernel.FacilityId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The book of facilities (授信额度台账). */
@Service
@Transactional
public class FacilityBook {

    public Outcome<List<FacilityView>> activate(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public List<FacilityView> facilities(CustomerId customer) {
        throw new UnsupportedOperationException();
    }

    public List<FacilityView> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<FacilityView> find(FacilityId facility) {
        throw new UnsupportedOperationException();
    }
}
