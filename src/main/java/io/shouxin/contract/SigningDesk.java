package io.shouxin.contract;

import io.shouxin.kernel.AgreementId;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk that draws up agreements, has them reviewed and signed, and ticks off conditions precedent. */
@Service
@Transactional
public class SigningDesk {

    public Outcome<AgreementView> drawUp(ApplicationId application, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> reviewByLegal(AgreementId agreement, boolean approved, String reason, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> sign(SignAgreement signature, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> fulfil(FulfilCondition fulfilment, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> waive(AgreementId agreement, String conditionCode, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> expire(AgreementId agreement, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Outcome<AgreementView> cancel(AgreementId agreement, PersonId actor) {
        throw new UnsupportedOperationException();
    }

    public Optional<AgreementView> find(AgreementId agreement) {
        throw new UnsupportedOperationException();
    }

    public Optional<AgreementView> current(ApplicationId application) {
        throw new UnsupportedOperationException();
    }

    public List<AgreementView> of(ApplicationId application) {
        throw new UnsupportedOperationException();
    }
}
