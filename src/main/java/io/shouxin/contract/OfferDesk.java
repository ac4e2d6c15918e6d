package io.shouxin.contract;

import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.OfferId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that offers approved terms to the customer and takes his answer. */
@Service
@Transactional
public class OfferDesk {

    public Outcome<OfferView> issue(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<OfferView> answer(AnswerOffer answer, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<OfferView> expire(OfferId offer, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<OfferView> withdraw(OfferId offer, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<OfferView> find(OfferId offer) {
        throw new UnsupportedOperationException();
    }

    public List<OfferView> of(ApplicationId application) {
        throw new UnsupportedOperationException();
    }
}
