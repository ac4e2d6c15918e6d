package io.shouxin.origination;

import io.shouxin.audit.AuditTrail;
import io.shouxin.identity.Person;
import io.shouxin.kernel.ApplicationId;
import io.shouxin.kernel.Outcome;
import io.shouxin.kernel.PersonId;
import io.shouxin.kernel.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who speaks for the customer in an application where an officer applied in his stead. */
@Service
@Transactional
public class ApplicantDesk {

    private final CreditApplications applications;
    private final AuditTrail audit;

    ApplicantDesk(CreditApplications applications, AuditTrail audit) {
        this.applications = applications;
        this.audit = audit;
    }

    /**
     * From now on one of the customer's own people speaks for him; who applied keeps his hand in it and so decides nothing on it.
     *
     * @return who speaks for him, or {@code APPLICATION_UNKNOWN, NOT_OF_THIS_FIRM}
     */
    public Outcome<PersonId> appoint(ApplicationId id, Person person, PersonId actor) {
        Optional<CreditApplication> application = applications.findById(id.value());
        if (application.isEmpty()) {
            return Outcome.refused(ApplicationRefusals.unknown(id));
        }
        if (person.firm().filter(application.get().customerId()::equals).isEmpty()) {
            return Outcome.refused(Refusal.of("NOT_OF_THIS_FIRM").with("person", person.id()));
        }
        if (!application.get().applicant().equals(person.id())) {
            application.get().representedBy(person.id());
            audit.record(id.value(), "APPLICANT_APPOINTED", actor, person.id().value());
        }
        return Outcome.done(person.id());
    }
}
